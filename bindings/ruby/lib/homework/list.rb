# frozen_string_literal: true

# SPDX-License-Identifier: MIT

module Homework
  # A result that is a list: Enumerable, with what an Array has to read. A row is a Struct that does not change, of the fields of
  # hw_<list>_<field>_at(). A class that includes it has size and row(index).
  module List
    include Enumerable

    # What stands at an index, from the end if it is negative, and nil where there is nothing; of a range or a start and a length
    # an array.
    def [](index, length = nil)
      return to_a[index] if index.is_a?(Range)
      return to_a[index, length] if length

      must_be_whole(index)
      index += size if index.negative?
      row(index) if index >= 0 && index < size
    end
    alias slice []

    # As [], but nothing there is an IndexError, unless another value or a block says what then.
    def fetch(index, *default)
      must_be_whole(index)
      return self[index] if index >= -size && index < size
      return yield(index) if block_given?

      default.empty? ? raise(IndexError, "index #{index} outside of #{size} rows") : default.first
    end

    def each
      return enum_for(:each) { size } unless block_given?

      size.times { |index| yield row(index) }
      self
    end

    def last(count = nil)
      return self[-1] unless count

      raise ArgumentError, "negative size" if count.negative?

      Array.new([count, size].min) { |index| row(size - [count, size].min + index) }
    end

    def values_at(*indexes)
      indexes.map { |index| self[index] }
    end

    def empty?
      size.zero?
    end

    def length
      size
    end

    # The columns, each an array; with a block a hash of what the block gives for each row.
    def columns
      self.class::Row.members.to_h { |member| [member, map(&member)] }
    end

    def to_h(&block)
      block ? super : columns
    end

    def ==(other)
      other.equal?(self) || (other.instance_of?(self.class) && other.to_a == to_a)
    end

    def inspect
      "#<#{self.class} #{size} rows>"
    end
    alias to_s inspect

    # An array of hashes.
    def as_json(_options = nil)
      map(&:as_json)
    end

    def to_json(*options)
      as_json.to_json(*options)
    end

    private

    def must_be_whole(index)
      raise TypeError, "an index is an Integer, not #{index.class}" unless index.is_a?(Integer)
    end
  end

  # A row of a list. It never says what people wrote, since it may end in a log: to_h does.
  class Row < Struct
    private_class_method :new

    # Fields whose text is an id or a word of the library's, and is shown.
    SHOWN = %i[id assignment goal step skill session measure revision instrument uid section unit].freeze

    # A class of rows with these fields; of flags one can ask with a question mark.
    def self.of(fields, flags = [])
      Row.send(:new, *fields).tap { |row| flags.each { |flag| row.alias_method("#{flag}?", flag) } }
    end

    def inspect
      shown = each_pair.reject { |name, value| value.nil? || (value.is_a?(String) && !SHOWN.include?(name)) }
      "#<#{self.class}#{shown.map { |name, value| " #{name}=#{value.inspect}" }.join}>"
    end
    alias to_s inspect

    # As irb and pp show it: a Struct would show all.
    def pretty_print(printer)
      printer.text(inspect)
    end

    def as_json(_options = nil)
      to_h.transform_values { |value| Homework.json_of(value) }
    end

    def to_json(*options)
      as_json.to_json(*options)
    end
  end

  # As JSON has it: times and days as ISO 8601, which to_json alone says only in Rails.
  def self.json_of(value)
    case value
    when ::Time, ::Date then value.iso8601
    when ::Symbol then value.to_s
    when ::Array then value.map { |one| json_of(one) }
    else value.respond_to?(:as_json) ? value.as_json : value
    end
  end
end
