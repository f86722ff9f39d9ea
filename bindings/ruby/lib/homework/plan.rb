# frozen_string_literal: true

# SPDX-License-Identifier: MIT

require "json"

# What a plan has in Ruby's own terms, beside what is made of the headers.
module Homework
  class << self
    # Reads a plan from a file. A Homework::Invalid tells all problems.
    def load(path)
      plan, file = reading { |problems| Native.hw_file_load(path_of(path), nil, problems) }
      plan.send(:file=, file)
      plan
    end

    # Reads a plan from XML or JSON in memory, whatever encoding the text is said to be in: the document says it itself.
    def parse(data)
      data = data.read if data.respond_to?(:read)
      raise TypeError, "a document is a String, or what can be read, not #{data.class}" unless data.is_a?(String)

      json = data.b.lstrip.start_with?("{")
      reading do |problems|
        json ? Native.hw_plan_from_json(data, nil, problems) : Native.hw_plan_from_xml(data, nil, problems)
      end
    end

    # Who does something, when, and on which origin.
    def change(by:, origin:, at: ::Time.now)
      Native.hw_change_new(at, by, origin)
    end

    # A String, or what stands for a path as a Pathname does.
    def path_of(path)
      path = path.to_path if path.respond_to?(:to_path)
      raise TypeError, "a path is a String or a Pathname, not #{path.class}" unless path.is_a?(String)

      path
    end

    private

    def reading
      problems = Native.hw_problems_new
      yield problems
    rescue Error => e
      e.problems = problems.map { |one| "#{one.line}: #{one.message}" }
      raise
    end
  end

  class Plan
    # Reads a plan; with a block, gives it to the block and saves it when the block ends, unless it raises. Somebody else's change of
    # the file in between is a Homework::Conflict, and the file stays as it is. Gives what the block gives.
    def self.open(path)
      plan = Homework.load(path)
      return plan unless block_given?

      before = plan.to_xml
      yield(plan).tap { plan.save unless plan.to_xml == before }
    end

    undef marshal_dump

    # Marshal, and caches made with it, keep a plan as its document.
    def self._load(document)
      Homework.parse(document)
    end

    def _dump(_level)
      to_xml
    end

    # Takes a draft into the plan: a goal, an assignment, a session ...
    def add(draft, change)
      Native.public_send("hw_plan_add_#{noun_of(draft)}", self, draft, change)
      self
    end

    # Takes an edit copy into the plan as the next revision.
    def revise(draft, change)
      Native.public_send("hw_plan_revise_#{noun_of(draft)}", self, draft, change)
      self
    end

    # Writes it in the way that leaves the old file or the new one. Without a path to where it was read from, and not if the file has
    # changed since (Homework::Conflict); with a path whatever is there.
    def save(path = nil)
      return Native.hw_file_replace(Homework.path_of(path), to_xml) && self if path
      raise ArgumentError, "this plan was not read from a file: save(path) says where to" unless @file

      Native.hw_file_save(@file, self)
      self
    end

    # A copy that can be changed by itself, and belongs to no file.
    def dup
      Native.hw_plan_copy(self)
    end

    def clone(freeze: nil)
      copy = dup
      freeze || (freeze.nil? && frozen?) ? copy.freeze : copy
    end

    # The same document.
    def ==(other)
      other.equal?(self) || (other.is_a?(self.class) && to_xml == other.to_xml)
    end

    def inspect
      "#<Homework::Plan #{uid}>"
    end
    alias to_s inspect

    def as_json(_options = nil)
      JSON.parse(to_json)
    end

    private

    attr_writer :file

    def noun_of(draft)
      noun = draft.class.name.to_s.delete_prefix("Homework::").gsub(/([a-z])([A-Z])/, '\1_\2').downcase
      return noun if Native.respond_to?("hw_plan_add_#{noun}")

      raise TypeError, "a plan takes no #{draft.class}: give a draft, such as Homework::Goal.new(...) or goal.edit"
    end
  end
end
