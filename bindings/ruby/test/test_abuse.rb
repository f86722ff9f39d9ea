# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# What cannot be meant is an exception of Ruby's own that says what to do, and never a crash: text in every encoding, wrong types,
# objects that misbehave while they are asked, threads that are killed, forks, the collector at its worst. A process for each.
require "minitest/autorun"
require "objspace"
require "homework"
require_relative "alone"

class AbuseTest < Minitest::Test
  include Alone

  LUNCH = File.expand_path("../../../examples/plans/lunch-table.xml", __dir__)
  NOW = Time.iso8601("2026-11-22T18:00:00+01:00")
  SPAN = ["2026-11-16", "2026-11-23", NOW].freeze
  WORD = "Übung – ä"

  def plan
    @plan ||= Homework.load(LUNCH)
  end

  def draft
    plan.assignment("breathing").dup
  end

  def entry
    Homework::Entry.new("week", :done)
  end

  def change
    Homework.change(by: "client", origin: "test", at: NOW)
  end

  def titled(text)
    one = draft
    one.title = text
    one.title
  end

  def test_text_is_converted_or_refused
    %w[UTF-8 UTF-16LE UTF-16BE UTF-32LE GB18030].each { |encoding| assert_equal WORD, titled(WORD.encode(encoding)), encoding }
    { "ISO-8859-1" => "Übung", "Windows-1252" => WORD, "Shift_JIS" => "宿題", "ISO-8859-15" => "5 €" }.each do |encoding, word|
      assert_equal word, titled(word.encode(encoding)), encoding
    end
    assert_equal %w[plain symbol], [titled("plain".b), titled(:symbol)]
    assert_equal Encoding::UTF_8, titled("x".encode("UTF-16LE")).encoding
  end

  def test_text_that_is_none
    { "invalid" => "\xff", "half" => "a\xc3", "binary" => WORD.b, "ascii" => WORD.dup.force_encoding("US-ASCII"), "surrogate" => "\xed\xa0\x80",
      "odd" => "a".b.force_encoding("UTF-16LE"), "lone" => "\x00\xd8".b.force_encoding("UTF-16LE") }.each do |name, text|
      error = assert_raises(EncodingError, ArgumentError, name) { titled(text) }
      assert_includes error.message, "text"
      refute_includes error.message.b, text.b, name if text.bytesize > 2
    end
    assert_raises(ArgumentError) { titled("a\0b") }
    assert_raises(ArgumentError) { titled("a\0b".encode("UTF-16LE")) }
    [5, [], {}, Object.new, BasicObject.new, 1..2, Class].each { |wrong| assert_raises(TypeError, ArgumentError) { titled(wrong) } }
  end

  def test_documents_are_bytes
    bytes = File.binread(LUNCH)
    text = File.read(LUNCH, encoding: "UTF-8")
    [bytes, text, text.dup.force_encoding("ISO-8859-1"), text.dup.force_encoding("UTF-16LE"), "\uFEFF#{text}"].each do |one|
      assert_equal plan, Homework.parse(one)
    end
    [text.encode("UTF-16"), text.sub("breathing", "\xff"), "", "{", "{}", "\0", bytes[0, 5000]].each do |one|
      assert_raises(Homework::Invalid, Homework::Errors::SyntaxError, Homework::Errors::LimitError) { Homework.parse(one) }
    end
    [nil, 5, :plan, [], Object.new].each { |one| assert_raises(TypeError) { Homework.parse(one) } }
  end

  # What is wanted by name, in the message.
  MESSAGES = {
    "from must be a Date" => ->(plan) { plan.occurrences(5, "2026-11-23", NOW) },
    "as_of must be a Time" => ->(plan) { plan.occurrences("2026-11-16", "2026-11-23", 1.5) },
    "as_of must say the time of day" => ->(plan) { plan.occurrences("2026-11-16", "2026-11-23", "2026-11-22") },
    "index must be an Integer" => ->(plan) { plan.occurrences(*SPAN).assignment_at("1") },
    "index must be from 0" => ->(plan) { plan.occurrences(*SPAN).assignment_at(-1) },
    "minutes must be from" => ->(plan) { plan.assignment("breathing").dup.minutes = 2**40 },
    "rehearsed must be true or false" => ->(plan) { plan.assignment("breathing").dup.set_rehearsed("no") },
    "change must be a Homework::Change, not String" => ->(plan) { plan.log(Homework::Entry.new("week", :done), "me") },
    "entry must be a Homework::Entry, not Homework::Plan" => ->(plan) { plan.log(plan, plan) },
    "change must not be nil" => ->(plan) { plan.log(Homework::Entry.new("week", :done), nil) },
    "kind must be one of :journaling" => ->(_) { Homework::Assignment.new("walk", "A walk", :flying) },
    "an index is an Integer, not NilClass" => ->(plan) { plan.occurrences(*SPAN)[nil] },
    "an index is an Integer, not String" => ->(plan) { plan.occurrences(*SPAN).fetch("1") },
    "a plan takes no String" => ->(plan) { plan.add("goal", Homework.change(by: "mk", origin: "x")) },
    "a path is a String or a Pathname" => ->(_) { Homework.load(nil) },
    "there is no such column" => ->(plan) { plan.entries.table[:nothing] }
  }.freeze

  MESSAGES.each do |said, action|
    define_method("test_says_#{said.tr('^a-z', '_')}") do
      error = assert_raises(TypeError, ArgumentError, RangeError, KeyError) { action.call(plan) }
      assert_includes error.message, said
    end
  end

  # Objects that do something else while they are asked for a time.
  def test_arguments_that_change_others
    alone do
      one = plan
      text = +"breathing"
      sly = Object.new
      sly.define_singleton_method(:to_time) do
        text.replace("x" * 100_000)
        GC.start
        NOW
      end
      begin
        Homework::Change.new(sly, text, text)
      rescue Homework::Error
        nil
      end
      days = Class.new(Date) { define_method(:year) { GC.start || 2026 } }
      one.occurrences(days.new(2026, 11, 16), days.new(2026, 11, 23), sly)
      wicked = Class.new(Date) { define_method(:month) { raise IOError } }
      begin
        one.occurrences(wicked.new(2026, 11, 16), "2026-11-23", NOW)
      rescue IOError
        nil
      end
      list = [1.0, 2.0]
      list << Class.new(Numeric) { define_method(:to_f) { list.clear && 3.0 } }.new
      begin
        Homework.mean(list)
      rescue TypeError, ArgumentError
        nil
      end
      endless = Class.new(Date) { %i[year month day].each { |part| define_method(part) { 2**70 } } }
      begin
        one.occurrences(endless.new(2026, 11, 16), "2026-11-23", NOW)
      rescue RangeError
        nil
      end
    end
  end

  def test_objects_that_were_never_made
    alone do
      Homework.constants.map { |name| Homework.const_get(name) }.grep(Class).each do |one|
        next unless one.include?(Homework::Handle)

        begin
          found = one.allocate
          found.inspect
          Homework.load(LUNCH).log(found, found)
          raise "#{one} was allocated"
        rescue TypeError, NoMethodError
          nil
        end
      end
      Homework::Local.allocate.then { |local| plan.occurrences(local, local, NOW) rescue TypeError }
      fake = Class.new(Homework::Goal)
      raise "a subclass is no goal" unless fake.new("g", "t").is_a?(Homework::Goal)
    end
  end

  def test_names_that_were_taken_away
    alone do
      evidence = plan.assignment("breathing").revision
      evidence.instance_variables.each { |name| evidence.remove_instance_variable(name) }
      @plan = nil
      goal = plan.goals.first
      goal.class.instance_variable_set(:@__swigtype__, "_p_hw_plan")
      begin
        goal.instance_variable_set(:@__swigtype__, "_p_hw_plan")
      rescue FrozenError
        nil
      end
      GC.start
      raise "lost" unless evidence.id == "mk-45"

      begin
        Homework_native.hw_plan_uid(goal)
        raise "a goal is no plan"
      rescue TypeError
        nil
      end
    end
  end

  def test_every_object_there_is
    alone do
      results = [plan.progress(*SPAN), plan.progress(*SPAN).occurrences, plan.entries, plan.settings, plan.entries.table, draft, change]
      ObjectSpace.each_object(Homework::Handle) do |one|
        one.inspect
        one.hash
        ObjectSpace.memsize_of(one)
        one.freeze
        one.instance_variable_set(:@x, 1) rescue FrozenError
      end
      GC.start
      results.each(&:inspect)
    end
  end

  def test_the_collector_at_its_worst
    alone do
      one = plan
      GC.stress = 1 # minor collections
      row = one.occurrences(*SPAN).first
      one.assignment("breathing").reminders
      titled("Übung".encode("UTF-16LE"))
      one.progress(*SPAN).figure("breathing", :done)
      one.dup.log(entry, change)
      Homework.theil_sen([1, 2, 3], [1, 2, 4])
      begin
        one.occurrences("x", "y", NOW)
      rescue Homework::Error
        nil
      end
      one.progress(*SPAN).table.first
      GC.stress = false
      raise "lost" unless row.assignment == "breathing"
    end
  end

  def test_objects_are_moved
    skip "nothing is moved here" unless GC.respond_to?(:compact)
    alone do
      one = plan
      list = one.occurrences(*SPAN)
      records = one.assignments
      20.times do
        GC.compact
        raise "lost" unless list.first.status && list.first.key && records.map(&:title).size == 6 && list.size == 12
      end
    end
  end

  def test_threads_that_are_killed
    alone do
      Thread.report_on_exception = false
      one = plan
      threads = Array.new(8) { Thread.new { loop { one.occurrences(*SPAN).map(&:status) } } }
      loops = Array.new(2) { Thread.new { one.occurrences(*SPAN).each { sleep } } }
      blocks = Array.new(2) { Thread.new { one.write_xml { sleep } } }
      sleep 0.3
      threads[0, 4].each { |thread| thread.raise(IOError) }
      (threads + loops + blocks).each(&:kill)
      (threads + loops + blocks).each { |thread| thread.join(10) || raise("it lives") rescue IOError }
      raise "lost" unless one.occurrences(*SPAN).size == 12
    end
  end

  def test_what_is_frozen_is_not_logged
    copy = plan.dup
    [-> { copy.log(entry.freeze, change) }, -> { copy.log_all([entry, entry.freeze], change) }].each { |action| assert_raises(FrozenError, &action) }
    assert_equal plan, copy
  end

  # Raised while the values of a row are made, with other threads still reading.
  def test_a_run_that_is_left_between_rows
    alone do
      left = (0...12).count do |turn|
        calls = 0
        trace = TracePoint.new(:c_call) { raise IOError if (calls += 1) == 7 * turn + 3 }
        caseload = Homework::Caseload.new(NOW)
        caseload.threads = 3
        12.times { caseload.add_path(LUNCH) }
        trace.enable { caseload.run { true } } && false
      rescue IOError
        true
      end
      raise "only #{left} were left" if left < 6
    end
  end

  def test_forks
    alone do
      one = plan
      list = one.occurrences(*SPAN)
      pids = Array.new(3) do
        fork do
          one.log(Homework::Entry.new("week", :done), Homework.change(by: "client", origin: "child", at: NOW))
          exit!(list.map(&:status).size == 12 && one.entries.size == 114 ? 0 : 1)
        end
      end
      raise "a child failed" unless pids.all? { |pid| Process.wait2(pid)[1].success? }
      raise "a child changed its parent" unless one.entries.size == 113
    end
  end

  def test_iteration_that_is_left
    alone do
      list = plan.occurrences(*SPAN)
      catch(:out) { list.each { throw :out } }
      list.each { break }
      enum = list.each
      3.times { enum.next }
      enum.rewind
      fiber = Fiber.new { list.each { |row| Fiber.yield(row) } }
      fiber.resume
      fiber = enum = nil # rubocop:disable Lint/UselessAssignment
      GC.start
      raise "lost" unless list.lazy.map(&:status).first(2).size == 2
    end
  end

  def test_not_for_other_ractors
    alone do
      $VERBOSE = nil
      Thread.report_on_exception = false
      ractor = Ractor.new { Homework.version_text }
      begin
        ractor.take
        raise "it ran"
      rescue Ractor::RemoteError => e
        raise unless e.cause.is_a?(Ractor::UnsafeError)
      end
    end
  end
end
