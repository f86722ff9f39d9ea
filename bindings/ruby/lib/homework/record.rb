# frozen_string_literal: true

# SPDX-License-Identifier: MIT

module Homework
  # What every object has. Two are equal if they are the same object of the library; a list has its own ==.
  module Handle
    def ==(other)
      other.instance_of?(self.class) && Native.address(other) == Native.address(self)
    end
    alias eql? ==

    def hash
      [self.class, Native.address(self)].hash
    end

    # A part of a plan has no meaning in another process.
    def marshal_dump
      raise TypeError, "a #{self.class} cannot be marshalled by itself: its plan can, and what to_h or to_a gives"
    end

    # Says which it is, never what people wrote.
    def inspect
      "#<#{self.class}#{" #{id}" if respond_to?(:id) && id}>"
    end
    alias to_s inspect
  end

  # What is set by name, several at once.
  module Attributes
    # Of options: `Homework::ReportOptions.with(width: 60)`.
    def with(**settings)
      Attributes.apply(new, settings)
    end

    def self.apply(object, settings)
      settings.each do |name, value|
        raise ArgumentError, "a #{object.class} has no #{name} that could be set" unless object.respond_to?("#{name}=")

        object.public_send("#{name}=", value)
      end
      object
    end
  end

  # What has fields: a goal, an assignment, the revision of one. What stands in a plan is frozen; a draft is not.
  module Record
    # The fields, with texts in the plan's own language.
    def to_h(&block)
      fields = self.class::FIELDS.to_h { |name| [name, public_send(name)] }
      block ? fields.to_h(&block) : fields
    end

    # For patterns: `in {kind: :relaxation, title:}`.
    def deconstruct_keys(names)
      ((names || self.class::FIELDS) & self.class::FIELDS).to_h { |name| [name, public_send(name)] }
    end

    def as_json(_options = nil)
      to_h.transform_values { |value| Homework.json_of(value) }
    end

    def to_json(*options)
      as_json.to_json(*options)
    end

    # A copy that may be changed, as edit gives it.
    def dup
      respond_to?(:edit) ? edit : super
    end

    # A copy in which some fields have other values: `plan.revise(goal.with(title: "Sleep"), change)`.
    def with(**settings)
      Attributes.apply(dup, settings)
    end

    # A record that is frozen is its own copy, as a number is.
    def clone(freeze: nil)
      frozen? && freeze != false ? self : dup
    end
  end

  constants.map { |name| const_get(name) }.grep(Class).select { |one| one.const_defined?(:FIELDS, false) }.each do |one|
    one.include(Handle)
    one.extend(Attributes) if one.name.end_with?("Options")
    one.include(List) if one.const_defined?(:Row, false)
    one.include(Record) unless one::FIELDS.empty? || one.include?(List)
  end
end
