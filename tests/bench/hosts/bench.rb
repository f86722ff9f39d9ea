# frozen_string_literal: true

# SPDX-License-Identifier: MIT
require "homework"

TIMES = 20_000
PLANS = 20
SPAN = ["2026-01-01", "2027-01-01", 1_798_761_600].freeze
plan = Homework.load(ARGV.fetch(0))
assignment = plan.assignment("breathing")
progress = plan.progress(*SPAN)
load = Homework::Caseload.new(SPAN.last)
load.set_window(*SPAN.first(2))
PLANS.times { load.add_path(ARGV.fetch(0)) }
table = load.table
clock = -> { Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond) }
jobs = {
  attribute: -> { Array.new(TIMES) { assignment.title.bytesize }.last },
  child: -> { Array.new(TIMES) { plan.assignment("breathing") ? 1 : 0 }.last },
  occurrences: -> { plan.occurrences(*SPAN).count { |one| one.status == :done } },
  column: -> { Array.new(progress.subject_count) { |i| progress.value(i, :done) || 0 }.sum.to_i },
  caseload: -> { table["value"].sum { |one| one || 0 }.to_i }
}
jobs.each do |name, job|
  puts "check #{name} #{job.call}"
  best = Array.new(5) { clock.call.then { |start| job.call && clock.call - start } }.min
  puts "time #{name} #{best}"
end
