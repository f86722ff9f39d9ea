# frozen_string_literal: true

# SPDX-License-Identifier: MIT

module Homework
  # A planned time: a day and a time of day by the clock of a zone that is not said here.
  Local = Struct.new(:date, :hour, :minute, :second) do
    include Comparable

    def initialize(date, hour = 0, minute = 0, second = 0)
      super(date.is_a?(String) ? Date.iso8601(date) : date, hour, minute, second)
      raise TypeError, "the day of a Homework::Local must be a Date" unless self.date.instance_of?(Date)
      raise RangeError, "a time of day is from 00:00:00 to 23:59:59" unless Local.clock?(hour, minute, second)

      freeze
    end

    def self.clock?(hour, minute, second)
      [[hour, 23], [minute, 59], [second, 59]].all? { |part, most| part.is_a?(Integer) && part.between?(0, most) }
    end

    # Of "2026-11-16T20:30" or "2026-11-16T20:30:00".
    def self.parse(text)
      match = /\A(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?\z/.match(text)
      raise ArgumentError, "a planned time is ISO 8601 without an offset: 2026-11-16T20:30" unless match

      new(Date.iso8601(match[1]), *match.captures.drop(1).map(&:to_i))
    end

    # A whole day, which is a Date, comes before every time of that day.
    def <=>(other)
      case other
      when Local then to_a <=> other.to_a
      when Date then [date, 1] <=> [other, 0]
      end
    end

    # For a Date that is compared with it.
    def coerce(day)
      day.instance_of?(Date) ? [[day, 0], [date, 1]] : raise(TypeError, "a Homework::Local cannot be compared with #{day.class}")
    end

    # By the clock of an offset ("+01:00"), or of a zone as ActiveSupport and TZInfo have them.
    def to_time(zone)
      return zone.local(date.year, date.month, date.day, hour, minute, second) if zone.respond_to?(:local)

      Time.new(date.year, date.month, date.day, hour, minute, second, zone)
    end

    def to_date
      date
    end

    def strftime(format)
      to_time("+00:00").strftime(format)
    end

    def iso8601
      format("%<date>sT%<hour>02d:%<minute>02d:%<second>02d", date: date.iso8601, hour: hour, minute: minute, second: second)
    end
    alias_method :to_s, :iso8601

    def as_json(_options = nil)
      iso8601
    end

    def to_json(*options)
      iso8601.to_json(*options)
    end

    def inspect
      "#<Homework::Local #{iso8601}>"
    end
  end
end
