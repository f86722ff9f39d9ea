# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# Every function of the wrapper with arguments that cannot be meant: sweep.rb PLAN. What is raised does not matter, only that the
# process goes on. The name of each function is printed before it is called; the last one is the one that ended it.
require "homework"
require "json"

$stdout.sync = true
made = File.dirname($LOADED_FEATURES.grep(%r{/homework\.rb\z}).first)
FUNCTIONS = JSON.parse(File.read(File.join(made, "../api/api.json")))["functions"].to_h { |one| [one["name"], one] }
SERIES = [1.0, nil, 3.5, 2.0].freeze
PLAUSIBLE = { "hw_date" => "2026-09-14", "hw_local" => "2026-09-14T18:00", "hw_moment" => "2026-09-14T18:00:00+02:00", "size_t" => 0,
              "hw_instant" => 1_795_366_800, "hw_duration" => "P1D", "const char *" => "breathing", "double" => 1.0, "bool" => false,
              "bytes" => "BEGIN:VCALENDAR", "double[]" => SERIES, "hw_date[]" => ["2026-09-14"], "hw_metric[]" => [:done],
              "hw_entry[]" => [Homework::Entry.new("week", :done)] }.freeze
# What misbehaves when it is asked what it is.
LIAR = Object.new.tap { |one| %i[to_time to_str to_path iso8601 read].each { |name| one.define_singleton_method(name) { self } } }
RAISES = Object.new.tap { |one| %i[to_time iso8601].each { |name| one.define_singleton_method(name) { raise IOError, "no" } } }
ABSURD = [nil, 0, -1, 2**31, 2**64, -(2**64), 1.5, Float::NAN, Float::INFINITY, 3r, 1i, "", "x\0y", "\xff", "\xe9".b, "\u{1f600}".encode("UTF-16LE"),
          :done, :"x y", [], [nil], [[]], [[1, 2], [3]], [LIAR], {}, { value: 1 }, Object.new, BasicObject.new, LIAR, RAISES, Class, 1..2,
          Homework_native.hw_problems_new, Homework::Estimate.new(1, 2, 3), "9999-12-31", "0001-01-01", Time.at(2**50), Time.at(0, 5),
          Date.new(-5), Date.new(20_000), DateTime.new(2026), Homework::Local.allocate, Struct.new(:a).new(1)].freeze

pool = { "hw_plan" => Homework.load(ARGV.fetch(0)) }
plausible = lambda do |parameter|
  noun = parameter["type"][/\A(?:const )?(hw_\w+) \*\z/, 1]
  return pool[noun] if noun

  PLAUSIBLE.fetch(parameter["type"], parameter["name"] == "to" ? "2026-11-23" : 0)
end
# What the wrapper takes: arrays that belong together are one list of lists.
arguments = lambda do |name|
  FUNCTIONS[name]["takes"].each_with_object([]) do |one, given|
    one["joins"] ? given[-1] = [given[-1], SERIES] : given << plausible.call(one)
  end
end
call = lambda do |name, values|
  Homework_native.public_send(name, *values)
rescue Exception # rubocop:disable Lint/RescueException
  nil
end
known = FUNCTIONS.keys.select { |name| Homework_native.respond_to?(name) }
3.times do
  known.each do |name|
    puts name
    answer = call.call(name, arguments.call(name))
    noun = FUNCTIONS[name]["result"][/(hw_\w+) \*/, 1]
    pool[noun] ||= answer if noun && answer
  end
end
known.each do |name|
  puts name
  call.call(name, [])
  good = arguments.call(name)
  good.each_index do |at|
    ABSURD.each { |value| call.call(name, good.dup.tap { |values| values[at] = value }) }
  end
  ABSURD.each { |value| call.call(name, good.map { value }) }
end
pool.clear
GC.start
puts "#{known.size} functions"
