# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# What a plan has in Ruby's own terms, beside what Methods makes.
module Homework
  class << self
    # Reads a plan from a file. An Errors::InvalidError tells all problems.
    def load(path)
      reading { |problems| Homework_native.hw_file_load(path.to_s, nil, problems) }
    end

    # Reads a plan from XML or JSON in memory.
    def parse(data)
      data = data.dup.force_encoding(Encoding::BINARY)
      json = data.lstrip.start_with?("{")
      reading do |problems|
        json ? Homework_native.hw_plan_from_json(data, nil, problems) : Homework_native.hw_plan_from_xml(data, nil, problems)
      end
    end

    # Who does something, when, and on which origin.
    def change(by:, origin:, at: Time.now)
      Homework_native.hw_change_new(at, by, origin)
    end

    private

    def reading
      problems = Homework_native.hw_problems_new
      yield problems
    rescue Error => e
      e.problems = Array.new(Homework_native.hw_problems_count(problems)) do |index|
        "#{Homework_native.hw_problems_line_at(problems, index)}: #{Homework_native.hw_problems_message_at(problems, index)}"
      end
      raise
    end
  end
end

class Homework_native::HwPlan
  # Takes a draft into the plan: a goal, an assignment, a session ...
  def add(draft, change)
    Homework_native.send("hw_plan_add_#{Homework.noun(draft)}", self, draft, change)
    self
  end

  # Takes an edit copy into the plan as the next revision.
  def revise(draft, change)
    Homework_native.send("hw_plan_revise_#{Homework.noun(draft)}", self, draft, change)
    self
  end

  # Writes it in the way that leaves the old file or the new one.
  def save(path)
    data = to_xml
    Homework_native.hw_file_replace(path.to_s, data)
  end

  # The things of a plan, each with its id: plan.goals, plan.assignments ...
  %w[goal step skill measure assignment session review rating score message person hold excuse template].each do |noun|
    define_method("#{noun}s") do
      Array.new(Homework_native.send("hw_plan_#{noun}_count", self)) { |i| Homework_native.send("hw_plan_#{noun}_at", self, i) }
    end
  end
  alias people persons

  def dup
    Homework_native.hw_plan_copy(self)
  end
  alias clone dup

  def ==(other)
    other.is_a?(self.class) && to_xml == other.to_xml
  end

  def inspect
    "#<Homework::Plan #{Homework_native.hw_plan_uid(self)}>"
  end
end

module Homework
  # A figure of progress: its value is nil if it is undefined, and `undefined` says why.
  Figure = Struct.new(:value, :undefined, :numerator, :denominator, :n, :few)

  def self.noun(draft)
    draft.class.name.split("::").last.delete_prefix("Hw").gsub(/([a-z])([A-Z])/, '\1_\2').downcase
  end
end

class Homework_native::HwProgress
  include Enumerable

  # Yields the subject (:assignment), its id, and its index.
  def each
    return enum_for(:each) unless block_given?

    Homework_native.hw_progress_subject_count(self).times do |index|
      yield Homework_native.hw_progress_subject_at(self, index), Homework_native.hw_progress_subject_id(self, index), index
    end
  end

  # A metric (:done) of a subject, by its index or by the id of an assignment, goal or plan.
  def figure(subject, metric)
    index = subject.is_a?(Integer) ? subject : find { |_, id, _| id == subject }&.last
    raise KeyError, "there is no #{subject}" unless index

    given = %w[value undefined numerator denominator n].map do |part|
      Homework_native.send("hw_progress_#{part}", self, index, metric)
    end
    Homework::Figure.new(*given, Homework_native.hw_progress_few(self, index, metric))
  end
end
