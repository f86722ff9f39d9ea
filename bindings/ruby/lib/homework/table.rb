# frozen_string_literal: true

# SPDX-License-Identifier: MIT

require "json"

module Homework
  # Enumerable by row: hashes by the names of the columns. Whole columns are copied at once, which is faster.
  class Table
    include Enumerable

    # The names of the columns.
    def names
      Array.new(column_count) { |index| column_name(index).to_sym }
    end

    # A column by its name or index, as an array; nil stands for what is missing. KeyError if there is none.
    def [](column)
      index = column.is_a?(Integer) ? column : index_of(column.to_s)
      raise KeyError.new("there is no such column in this table", receiver: self, key: column) unless index&.between?(0, column_count - 1)

      column_data(index)
    end

    # The columns by their names.
    def columns
      names.each_with_index.to_h { |name, index| [name, column_data(index)] }
    end

    def to_h(&block)
      block ? super : columns
    end

    def size
      row_count
    end
    alias length size

    def each
      return enum_for(:each) { size } unless block_given?

      all = columns
      size.times { |index| yield all.transform_values { |column| column[index] } }
      self
    end

    # An array of hashes, as to_json has them.
    def as_json(_options = nil)
      JSON.parse(to_json)
    end

    def inspect
      "#<Homework::Table #{size} rows of #{column_count} columns>"
    end
    alias to_s inspect
  end
end
