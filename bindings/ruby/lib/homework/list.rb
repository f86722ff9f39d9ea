# frozen_string_literal: true

# SPDX-License-Identifier: MIT

module Homework
  # A result that is a list: Enumerable, with [], size and to_h by column. A row is a Struct of the fields of hw_<list>_<field>_at().
  module List
    include Enumerable

    def self.define_all
      Methods::API["lists"].each do |name, fields|
        noun = name.delete_prefix("hw_")
        class_name = "Hw#{noun.split('_').map(&:capitalize).join}"
        define(Homework_native.const_get(class_name), name, fields) if Homework_native.const_defined?(class_name)
      end
    end

    def self.define(owner, name, fields)
      known = fields.keys.select { |field| Homework_native.respond_to?(function(name, field)) }
      return if known.empty?

      row = Struct.new(*known.map { |field| column(field) })
      owner.const_set(:Row, row)
      readers = known.map { |field| function(name, field) }
      owner.include(List)
      owner.define_method(:size) { Homework_native.send("#{name}_count", self) }
      owner.define_method(:row) { |index| row.new(*readers.map { |reader| Methods.ask(reader, self, index) }) }
    end

    def self.function(name, field)
      field == "value" ? "#{name}_at" : "#{name}_#{field}_at"
    end

    def self.column(field)
      field == "value" ? :at : field.to_sym
    end

    def [](index)
      index += size if index.negative?
      row(index) if index >= 0 && index < size
    end

    def each
      return enum_for(:each) { size } unless block_given?

      size.times { |index| yield row(index) }
      self
    end

    # The columns, each an array.
    def columns
      rows = to_a
      self.class::Row.members.to_h { |member| [member, rows.map(&member)] }
    end
  end
end
