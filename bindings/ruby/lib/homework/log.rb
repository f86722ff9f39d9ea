# frozen_string_literal: true

# SPDX-License-Identifier: MIT

module Homework
  # Entries, each with values: what was measured, answered or written.
  class Log
    # A value of an entry; `name` is the measure's id, the field's name, or the word of a barrier or note. `number`, `text` and what is
    # said of a file are nil where it has none.
    Value = Homework::Row.of(%i[kind name phase group number text confidential type size sha256], %i[confidential])

    # The values of an entry, by its index or its id.
    def values(entry)
      index = entry.is_a?(Integer) ? entry : index_of(entry.to_s)
      raise KeyError.new("there is no such entry in this log", receiver: self, key: entry) unless index&.between?(0, size - 1)

      Array.new(value_count(index)) do |row|
        bytes = value_size(index, row)
        Value.new(value_kind(index, row), value_name(index, row), value_phase(index, row), value_group(index, row),
                  value_number(index, row), value_text(index, row), value_confidential?(index, row), value_type(index, row),
                  (bytes unless bytes.negative?), value_sha256(index, row)).freeze
      end.freeze
    end
  end
end
