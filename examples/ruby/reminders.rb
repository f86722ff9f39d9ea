# frozen_string_literal: true

# SPDX-License-Identifier: MIT
# Writes a plan's reminders as a calendar: reminders.rb PLAN MOMENT
require "homework"

abort_with = ->(text, code) { warn(text) || exit(code) }
path, moment = ARGV
abort_with.call("usage: reminders.rb PLAN MOMENT", 2) unless ARGV.size == 2

begin
  options = Homework::CalendarOptions.new
  options.profile = :events
  print Homework.load(path).to_calendar(as_of: moment, options: options)
rescue ArgumentError
  abort_with.call("usage: reminders.rb PLAN MOMENT", 2)
rescue Homework::Error => e
  abort_with.call("#{path}:#{e.line}: #{e.message}", 1)
end
