# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# Every function of the wrapper with arguments that cannot be meant: sweep.rb PLAN. What is raised does not matter, only that the
# process goes on. The name of each function is printed before it is called; the last one is the one that ended it.
require "homework"

include Homework

$stdout.sync = true
PARAMETERS = Methods::API["functions"].to_h { |one| [one["name"], Methods.send(:visible, one["parameters"])] }
PLAUSIBLE = { "hw_date" => "2026-09-14", "hw_local" => "2026-09-14T18:00", "hw_moment" => "2026-09-14T18:00:00+02:00", "size_t" => 0,
              "hw_instant" => 1_795_366_800, "hw_duration" => "P1D", "const char *" => "breathing", "double" => 1.0, "bool" => false }.freeze
ABSURD = [nil, 0, -1, 2**31, 2**64, 1.5, Float::NAN, "", "x\0y", "\xff", "\u{1f600}".encode("UTF-16LE"), :done, [], {}, Object.new,
          Homework_native.hw_problems_new, "9999-12-31", "0001-01-01"].freeze

pool = { "hw_plan" => Homework.load(ARGV.fetch(0)) }
plausible = lambda do |parameter|
  noun = parameter.type[/\A(?:const )?(hw_\w+) \*\z/, 1]
  return pool[noun] if noun

  PLAUSIBLE.fetch(parameter.type, parameter.name == "to" ? "2026-11-23" : 0)
end
known = PARAMETERS.select { |name, _| Homework_native.respond_to?(name) }
call = lambda do |name, values|
  Homework_native.send(name, *values)
rescue Exception # rubocop:disable Lint/RescueException
  nil
end
3.times do
  known.each do |name, parameters|
    puts name
    answer = call.call(name, parameters.map(&plausible))
    noun = Methods::API["functions"].find { |one| one["name"] == name }["result"][/(hw_\w+) \*/, 1]
    pool[noun] ||= answer if noun && answer
  end
end
known.each do |name, parameters|
  puts name
  call.call(name, [])
  parameters.each_index do |at|
    ABSURD.each do |value|
      values = parameters.map(&plausible)
      values[at] = value
      call.call(name, values)
    end
  end
  ABSURD.each { |value| call.call(name, parameters.map { value }) }
end
pool.clear
GC.start
puts "#{known.size} functions"
