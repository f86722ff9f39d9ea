# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# The Ruby library: the main job, values, errors, lifetimes. What could crash runs in a process of its own.
require "minitest/autorun"
require "tmpdir"
require "homework"
require_relative "alone"

class HomeworkTest < Minitest::Test
  include Alone

  LUNCH = File.expand_path("../../../examples/plans/lunch-table.xml", __dir__)
  INVALID = File.expand_path("../../../tests/data/invalid", __dir__)
  NOW = Time.iso8601("2026-11-22T18:00:00+01:00")

  def plan
    @plan ||= Homework.load(LUNCH)
  end

  def week
    plan.occurrences(from: "2026-11-16", to: Date.new(2026, 11, 23), as_of: NOW)
  end

  def test_lists_are_enumerable
    list = week
    assert_equal 12, list.size
    assert_equal 12, list.count
    assert_equal list.map(&:assignment), list.columns[:assignment]
    assert_equal list[11], list[-1]
    assert_nil list[12]
    assert_nil list[-13]
    assert_equal({ excused: 4, done: 5, open: 1, upcoming: 1, partial: 1 }, list.map(&:status).tally)
    assert_equal list.first(2), list.each.first(2)
  end

  def test_times
    first = week.first
    assert_equal Homework::Local.new(Date.new(2026, 11, 16), 20, 30, 0), first.key
    assert_equal Time.iso8601("2026-11-16T20:30:00+01:00"), first.due
    assert_equal 3600, first.due.utc_offset
    assert_kind_of Time, first.settles
    assert_equal week.to_a, plan.occurrences("2026-11-16", "2026-11-23", NOW.to_i).to_a
    assert_equal week.to_a, plan.occurrences("2026-11-16", "2026-11-23", "2026-11-22T18:00:00+01:00").to_a
    assert_equal "2026-11-16T20:30:00", first.key.to_s
  end

  def test_figures
    progress = plan.progress(from: "2026-09-14", to: "2026-11-23", as_of: NOW)
    done = progress.figure("breathing", :done)
    assert_equal [21_000, 28_000, 28], [done.numerator, done.denominator, done.n] if done.denominator > 1000
    none = progress.figure("thoughts", "done")
    assert_equal [nil, :nothing_due, 0], none.to_a.first(3)
    assert_raises(KeyError) { progress.figure("nobody", :done) }
    assert_raises(ArgumentError) { progress.figure("breathing", :no_such_metric) }
  end

  def test_records_are_immutable_and_edited
    one = plan.assignment("breathing")
    assert_equal "Slow breathing", one.title
    assert_equal :relaxation, one.kind
    edit = one.edit
    edit.title = "Breathing out"
    plan.revise(edit, Homework.change(by: "mk", origin: "test", at: NOW))
    assert_equal ["Slow breathing", "Breathing out"], [one.title, plan.assignment("breathing").title]
    assert_nil plan.assignment("nobody")
  end

  def test_errors_say_what
    error = assert_raises(Homework::Errors::InvalidError) { Homework.parse("<plan/>") }
    assert_equal [:invalid, 1], [error.status, error.problems.size]
    assert_raises(Homework::Errors::NotFoundError) { Homework.load("missing.xml") }
    draft = Homework::Assignment.new("walk", "A walk", :other)
    error = assert_raises(Homework::Error) { draft.set_recurring("2026-11-22T19:00", "FREQ=SECONDLY") }
    assert_equal "FREQ", error.subject
    before = plan.to_xml
    assert_raises(Homework::Error) { plan.add(draft, Homework.change(by: "mk", origin: "test", at: NOW)) }
    assert_equal before, plan.to_xml
  end

  def test_arguments
    assert_raises(ArgumentError) { plan.occurrences("2026-11-16") }
    assert_raises(ArgumentError) { plan.occurrences("2026-11-16", "2026-11-23", NOW, 1) }
    assert_raises(ArgumentError) { plan.occurrences("2026-11-16", "2026-11-23", NOW, form: 1) }
    assert_raises(ArgumentError) { plan.occurrences("2026-11-16", "2026-11-23", from: "2026-11-16") }
    assert_raises(TypeError) { plan.occurrences(1, "2026-11-23", NOW) }
    assert_raises(TypeError) { plan.occurrences("2026-11-16", "2026-11-23", 1.5) }
    assert_raises(Homework::Errors::SyntaxError) { plan.occurrences("16.11.2026", "2026-11-23", NOW) }
    assert_raises(TypeError) { Homework::Assignment.new("walk", 5, :other) }
    assert_raises(ArgumentError) { Homework::Assignment.new("walk", "a\0b", :other) }
    assert_raises(ArgumentError) { Homework::Assignment.new("walk", "A walk", :flying) }
    assert_raises(NoMethodError) { plan.assignment("breathing").titel }
  end

  def test_documents_round_trip
    bytes = File.binread(LUNCH)
    assert_equal bytes, Homework.parse(bytes).to_xml.b
    assert_equal bytes, Homework.parse(plan.to_json).to_xml.b
    assert_equal plan, plan.dup
  end

  def test_saving
    Dir.mktmpdir do |folder|
      path = File.join(folder, "plan.xml")
      plan.save(path)
      assert_equal plan, Homework.load(path)
    end
  end

  Dir.glob(File.join(INVALID, "*/plan.xml")).sort.each do |path|
    define_method("test_invalid_#{File.basename(File.dirname(path)).tr('-', '_')}") do
      error = assert_raises(Homework::Error) { Homework.load(path) }
      refute_empty error.message
    end
  end

  def test_children_outlive_their_plan
    alone do
      one = Homework.load(LUNCH).assignment("breathing")
      list = Homework.load(LUNCH).occurrences("2026-11-16", "2026-11-23", NOW)
      log = Homework.load(LUNCH).entries
      GC.start
      GC.compact if GC.respond_to?(:compact)
      raise "lost" unless one.title == "Slow breathing" && list.size == 12 && log.size > 10
    end
  end

  ABUSES = {
    nil_self: [TypeError, ArgumentError, -> { Homework_native.hw_goal_title(nil, nil) }],
    another_class: [TypeError, ArgumentError, ->(plan) { Homework_native.hw_goal_title(plan, nil) }],
    text_for_an_object: [TypeError, ArgumentError, -> { Homework_native.hw_goal_title("goal", nil) }],
    allocated_only: [TypeError, ArgumentError, NoMethodError, RuntimeError, -> { Homework_native::HwGoal.allocate.title }],
    past_the_end: [nil, ->(plan) { plan.occurrences("2026-11-16", "2026-11-23", NOW).assignment_at(99) }],
    huge: [RangeError, ->(plan) { plan.occurrences("2026-11-16", "2026-11-23", NOW).assignment_at(2**70) }],
    negative: [RangeError, TypeError, nil, ->(plan) { plan.occurrences("2026-11-16", "2026-11-23", NOW).assignment_at(-1) }],
    no_change: [TypeError, ArgumentError, ->(plan) { plan.log(Homework::Entry.new("week", :done), nil) }],
    raise_while_iterating: [StopIteration, ->(plan) { plan.occurrences("2026-11-16", "2026-11-23", NOW).each { raise StopIteration } }],
    edited_while_iterating: [nil, lambda { |plan|
      change = Homework.change(by: "client", origin: "test", at: NOW)
      plan.occurrences("2026-11-16", "2026-11-23", NOW).each { plan.log(Homework::Entry.new("week", :attempted), change) }
      nil
    }]
  }.freeze

  ABUSES.each do |name, (*expected, action)|
    define_method("test_abuse_#{name}") do
      alone do
        plan = Homework.load(LUNCH)
        begin
          result = action.arity.zero? ? action.call : action.call(plan)
          raise "#{result.inspect} came back" unless result.nil? && expected.include?(nil)
        rescue *expected.compact
          nil
        end
        GC.start
      end
    end
  end

  def resident
    File.read("/proc/self/statm").split[1].to_i * 4096
  end

  def test_nothing_grows_over_ten_thousand_rounds
    skip "no /proc" unless File.readable?("/proc/self/statm")
    alone do
      change = Homework.change(by: "client", origin: "test", at: NOW)
      plan = Homework.load(LUNCH)
      round = proc do
        plan.assignment("breathing").edit.title = "x"
        plan.occurrences("2026-11-20", "2026-11-22", NOW)
        Homework.parse("<plan") rescue Homework::Error
        plan.dup.log(Homework::Entry.new("week", :done), change)
      end
      3000.times(&round)
      GC.start
      before = resident
      7000.times(&round)
      GC.start
      raise "grew by #{resident - before}" if resident - before > 4 << 20
    end
  end
end
