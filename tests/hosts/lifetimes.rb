# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# What was taken from an object outlives the object, and calls that fail leave nothing behind: lifetimes.rb PLAN.
require "homework"

AS_OF = "2026-11-22T18:00:00+01:00"
load_plan = -> { Homework.load(ARGV.fetch(0)) }
expected = load_plan.call.progress("2026-09-14", "2026-11-23", AS_OF).occurrences.map(&:key)
kept = Array.new(50) { load_plan.call.progress("2026-09-14", "2026-11-23", AS_OF).occurrences }
revisions = Array.new(50) { load_plan.call.assignment("breathing").revision }
GC.start
200.times { load_plan.call.progress("2026-09-14", "2026-11-23", AS_OF) }
raise "occurrences of a progress that is gone" unless kept.all? { |one| one.map(&:key) == expected }
raise "revisions of an assignment that is gone" unless revisions.map(&:id).uniq.size == 1 && revisions[0].id

def resident
  File.read("/proc/self/statm").split[1].to_i * 4
end

plan = load_plan.call
failing = [
  -> { plan.assignment("breathing").set_title("x" * 2000, nil) },
  -> { plan.assignment("breathing").dup.set_title("x" * 2000 + "\xff", nil) },
  -> { plan.write_xml { raise ArgumentError } },
  -> { Homework.mean(Array.new(2000, 1) << "x") },
  -> { plan.occurrences("2026-09-14", "x" * 2000, AS_OF) },
  -> { plan.occurrences("2026-09-14", "2026-11-23", Object.new) },
  -> { Homework::Assignment.new("walk", "x" * 2000, "flying") },
  -> { Homework::Assignment.new("x" * 2000, "A walk", Object.new) }
]
round = lambda do |_|
  failing.each do |one|
    one.call
    raise "nothing was raised"
  rescue ArgumentError, TypeError, EncodingError, FrozenError, Homework::Error
    nil
  end
end
1000.times(&round)
GC.start
before = resident
12_000.times(&round)
GC.start
grown = resident - before
raise "100,000 calls that fail leave #{grown} KiB" if grown > 4096

puts "ok"
