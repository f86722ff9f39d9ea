# frozen_string_literal: true

# SPDX-License-Identifier: MIT

module Homework
  # A figure of progress: its value is nil if it is undefined, and `undefined` says why.
  Figure = Row.of(%i[value undefined numerator denominator n few], %i[few])
  class Figure
    def to_f
      value || Float::NAN
    end
  end

  # Enumerable by subject.
  class Progress
    include Enumerable

    # Yields the kind of a subject (:assignment), its id, and its index.
    def each
      return enum_for(:each) { subject_count } unless block_given?

      subject_count.times { |index| yield subject_at(index), subject_id(index), index }
      self
    end

    # A metric (:done) of a subject, by its index or by the id of an assignment, goal or plan.
    def figure(subject, metric)
      index = subject.is_a?(Integer) ? subject : find { |_, id, _| id == subject.to_s }&.last
      raise KeyError.new("there is no such subject in this progress", receiver: self, key: subject) unless index&.between?(0, subject_count - 1)

      Figure.new(value(index, metric), undefined(index, metric), numerator(index, metric), denominator(index, metric), n(index, metric),
                 Native.hw_progress_few(self, index, metric)).freeze
    end
  end
end
