# frozen_string_literal: true

# SPDX-License-Identifier: MIT

require "date"
require "time"

module Homework
  # A planned time: a date and a time of day by the clock of a zone that is not said here.
  Local = Struct.new(:date, :hour, :minute, :second) do
    include Comparable

    def <=>(other)
      to_a <=> other.to_a if other.is_a?(Local)
    end

    def to_s
      format("%<date>sT%<hour>02d:%<minute>02d:%<second>02d", date: date.iso8601, hour: hour, minute: minute, second: second)
    end

    def self.parse(text)
      day, clock = text.split("T")
      new(Date.iso8601(day), *clock.split(":").map(&:to_i), *([0] * (3 - clock.count(":") - 1)))
    end
  end

  class << self
    # What the wrapper takes for a value of the caller's: text in the form that C reads.
    def text_of(value, kind)
      case value
      when String then value
      when Symbol then value.to_s
      when Time then value.getlocal(value.utc_offset).strftime(kind == "moment" ? "%Y-%m-%dT%H:%M:%S%:z" : refuse(kind, value))
      when Date then value.instance_of?(Date) ? value.iso8601 : refuse(kind, value)
      when Local then value.to_s
      else refuse(kind, value)
      end
    end

    # What the caller gets for text from C.
    def value_of(text, kind)
      case kind
      when "date" then Date.iso8601(text)
      when "local" then text.include?("T") ? Local.parse(text) : Date.iso8601(text)
      when "moment" then text.include?("T") ? Time.iso8601(text) : Date.iso8601(text)
      when "duration" then text
      else text.tr("-", "_").to_sym
      end
    end

    # Seconds since 1970: a Time, a number, or ISO 8601 text with an offset.
    def instant_of(value)
      case value
      when Integer then value
      when Time then value.to_i
      when String then Time.iso8601(value).to_i
      else raise TypeError, "an instant is a Time, seconds since 1970, or ISO 8601 text with an offset"
      end
    end

    private

    def refuse(kind, value)
      raise TypeError, "#{value.class} is not a #{kind}: give ISO 8601 text, a Date, a Homework::Local or a Time"
    end
  end
end
