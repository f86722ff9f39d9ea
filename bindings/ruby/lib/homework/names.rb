# frozen_string_literal: true

# SPDX-License-Identifier: MIT

module Homework
  # Arguments that are given by the names that they have in C, as keywords.
  module Names
    # Stands for an argument that was left out and must be given. A Hash, since keywords come as one: no function takes another.
    MISSING = {}.freeze

    class << self
      # All arguments in order, of those that were given by position and then, in a Hash, by name. `free` may be left out.
      def take(given, names, free)
        at = given.index { |one| one.is_a?(Hash) }
        named = given[at].dup
        unknown = named.keys - names
        raise ArgumentError, "unknown keyword: #{unknown.first.inspect}, there are #{names.map(&:inspect).join(', ')}" unless unknown.empty?

        values = names.each_with_index.map do |name, index|
          next value_of(name, named, free) if index >= at

          named.key?(name) ? twice(name) : given[index]
        end
        raise ArgumentError, "keywords come last" unless given.drop(at + 1).all? { |one| one.nil? || one.equal?(MISSING) }

        values
      end

      private

      def value_of(name, named, free)
        return named.delete(name) if named.key?(name)

        raise ArgumentError, "missing keyword: #{name.inspect}" unless free.include?(name)
      end

      def twice(name)
        raise ArgumentError, "#{name} is given by position and by name"
      end
    end
  end
  private_constant :Names
end
