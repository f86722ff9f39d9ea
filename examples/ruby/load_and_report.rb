# frozen_string_literal: true

# SPDX-License-Identifier: MIT
# Reads a plan and prints its report as of a moment: load_and_report.rb PLAN MOMENT
require "homework"

abort_with = ->(text, code) { warn(text) || exit(code) }
path, moment = ARGV
abort_with.call("usage: load_and_report.rb PLAN MOMENT", 2) unless ARGV.size == 2

begin
  now = Time.iso8601(moment)
rescue ArgumentError
  abort_with.call("usage: load_and_report.rb PLAN MOMENT", 2)
end
begin
  plan = Homework.load(path)
  print plan.report(from: now.to_date - 70, to: now.to_date + 1, as_of: now)
rescue Homework::Error => e
  e.problems.each { |problem| warn("#{path}:#{problem}") }
  abort_with.call("#{path}:#{e.line}: #{e.message}", 1)
end
