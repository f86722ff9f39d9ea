# frozen_string_literal: true

# SPDX-License-Identifier: MIT

require "json"

module Homework
  # Makes methods of the functions of C, from api.json, which is made of the headers.
  module Methods
    API = JSON.parse(File.read(File.join(__dir__, "api.json"))).freeze
    # Arguments that the wrapper fills in itself.
    HIDDEN = ["hw_error *", "size_t *", "hw_fold *", "hw_file **", "double *", "int64_t *", "int32_t *", "hw_instant *",
              "hw_date *", "hw_local *", "hw_moment *", "hw_duration *", "hw_role *", "hw_barrier *", "hw_removal *",
              "hw_achievement *", "hw_decision *", "hw_dimension *", "hw_evidence_kind *", "bool *", "hw_estimate *"].freeze
    BORROWED = API["borrowed"].freeze

    # Names that Enumerable has for something else.
    RENAMED = {"find" => "index_of", "count" => "row_count"}.freeze

    # A parameter as the caller sees it.
    Parameter = Struct.new(:name, :type) do
      def optional?
        name == "language" || (type.end_with?("*") && type != "const char *")
      end

      def convert(value)
        type == "hw_instant" ? Homework.instant_of(value) : value
      end
    end

    class << self
      def define_all
        API["functions"].each { |function| define(function) if Homework_native.respond_to?(function["name"]) }
        Homework_native.constants.grep(/\AHw[A-Z]/).each do |name|
          Homework.const_set(name.to_s.delete_prefix("Hw"), Homework_native.const_get(name))
        end
      end

      # The arguments of a call, by position and by name, in order.
      def arguments(name, parameters, given, named)
        raise ArgumentError, "#{name}: #{given.size} arguments, at most #{parameters.size}" if given.size > parameters.size

        values = parameters.each_with_index.map do |parameter, index|
          value_of(name, parameter, index, given, named)
        end
        raise ArgumentError, "#{name}: unknown keyword: #{named.keys.first.inspect}" unless named.empty?

        values
      end

      # Calls a function of an object. What it borrows from the object keeps it.
      def ask(name, object, *arguments)
        answer = Homework_native.send(name, object, *arguments)
        answer.instance_variable_set(:@kept, object) if answer && BORROWED.include?(name)
        answer
      end

      private

      def value_of(name, parameter, index, given, named)
        if index < given.size
          raise ArgumentError, "#{name}: #{parameter.name} is given twice" if named.key?(parameter.name.to_sym)

          parameter.convert(given[index])
        elsif named.key?(parameter.name.to_sym)
          parameter.convert(named.delete(parameter.name.to_sym))
        elsif parameter.optional?
          nil
        else
          raise ArgumentError, "#{name}: missing keyword: :#{parameter.name}"
        end
      end

      def class_of(type)
        noun = type[/\A(?:const )?hw_(\w+) \*\z/, 1]
        name = noun && "Hw#{noun.split('_').map(&:capitalize).join}"
        Homework_native.const_get(name) if name && Homework_native.const_defined?(name)
      end

      def visible(parameters)
        parameters = parameters.reject { |one| HIDDEN.include?(one["type"]) || one["type"].end_with?("_watch") || one["name"].end_with?("_user") }
        texts = parameters.map { |one| one["name"] }
        parameters = parameters.reject { |one| one["type"] == "size_t" && texts.include?(one["name"][/\A(.*)_size\z/, 1]) }
        parameters = parameters.reject { |one| one["name"] == "size" } if (texts & %w[data calendar]).any?
        parameters.map { |one| Parameter.new(one["name"], one["type"]) }
      end

      def define(function)
        name = function["name"]
        parameters = visible(function["parameters"])
        owner = parameters.first && class_of(parameters.first.type)
        if owner && !name.match?(/\Ahw_\w+_(new|from_\w+)\z/)
          define_instance(owner, name, result_of(function), parameters)
        else
          define_singleton(name, result_of(function), parameters)
        end
      end

      # A bool that says whether a value was given back is not the result.
      def result_of(function)
        gives = function["parameters"].any? { |one| one["type"] == "hw_error *" ? false : HIDDEN.include?(one["type"]) }
        function["result"] == "bool" && gives ? "value" : function["result"]
      end

      def define_instance(owner, name, result, parameters)
        noun = parameters.first.type[/hw_(\w+) \*/, 1]
        short = name.delete_prefix("hw_").delete_prefix("#{noun}_")
        short = RENAMED.fetch(short, short)
        rest = parameters.drop(1)
        body = proc { |*given, **named| Methods.ask(name, self, *Methods.arguments(short, rest, given, named)) }
        owner.define_method(predicate(short, result), &body)
        define_assignment(owner, name, short, rest) if short.start_with?("set_")
      end

      # goal.title = text sets it in the plan's own language.
      def define_assignment(owner, name, short, rest)
        given = rest.reject { |one| one.name == "language" }
        return unless given.size == 1

        owner.define_method("#{short.delete_prefix('set_')}=") do |value|
          Homework_native.send(name, self, *rest.map { |one| one.name == "language" ? nil : one.convert(value) })
        end
      end

      def predicate(short, result)
        result == "bool" ? "#{short.delete_prefix('is_')}?" : short
      end

      # hw_goal_new() is Goal.new, hw_plan_from_xml() is Plan.from_xml; anything else is the module's own.
      def define_singleton(name, result, parameters)
        owner = class_of(result) unless result.start_with?("const ")
        noun = result[/hw_(\w+) \*/, 1]
        short = name.delete_prefix("hw_")
        owner, short = owner && short.start_with?("#{noun}_") ? [owner, short.delete_prefix("#{noun}_")] : [Homework, short]
        owner.define_singleton_method(predicate(short, result)) do |*given, **named|
          Homework_native.send(name, *Methods.arguments(short, parameters, given, named))
        end
      end
    end
  end
end
