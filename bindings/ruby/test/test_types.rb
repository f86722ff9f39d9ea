# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# The types in sig/ are those of the library: they are sound, and name every method that is there and no other. HOMEWORK_SIG is
# their folder.
require "minitest/autorun"
require "homework"

begin
  require "rbs"
rescue LoadError
  warn "rbs is not installed: gem install rbs"
  exit 0
end

class TypesTest < Minitest::Test
  SIG = ENV.fetch("HOMEWORK_SIG") { File.join(File.dirname($LOADED_FEATURES.grep(%r{/homework\.rb\z}).first), "sig") }

  def environment
    loader = RBS::EnvironmentLoader.new
    loader.add(path: Pathname(SIG))
    %w[date time json].each { |name| loader.add(library: name) }
    @environment ||= RBS::Environment.from_loader(loader).resolve_type_names
  end

  def definitions
    @definitions ||= RBS::DefinitionBuilder.new(env: environment)
  end

  def ours
    environment.class_decls.keys.select { |name| name.to_s.start_with?("::Homework") }
  end

  def test_they_are_sound
    validator = RBS::Validator.new(env: environment, resolver: RBS::TypeNameResolver.from_env(environment))
    ours.each do |name|
      definitions.build_instance(name).each_type { |type| validator.validate_type(type, context: [RBS::Namespace.root]) }
      definitions.build_singleton(name).each_type { |type| validator.validate_type(type, context: [RBS::Namespace.root]) }
    end
    environment.alias_decls.each_key { |name| definitions.expand_alias(name) if name.to_s.start_with?("::Homework") }
    assert_operator ours.size, :>, 100
  end

  # What a class or module itself defines, with what Struct makes for it.
  def there(owner)
    [owner.public_instance_methods(false), owner.singleton_methods(false)].map { |names| names.map(&:to_s) }
  end

  # What stands in its own declarations.
  def declared(name)
    found = [[], []]
    environment.class_decls[name].decls.each do |one|
      one.decl.members.each do |member|
        case member
        when RBS::AST::Members::MethodDefinition then found[member.singleton? ? 1 : 0] << member.name.to_s
        when RBS::AST::Members::Alias then found[0] << member.new_name.to_s
        when RBS::AST::Members::AttrReader then found[0] << member.name.to_s
        when RBS::AST::Members::AttrAccessor then found[0] << member.name.to_s << "#{member.name}="
        end
      end
    end
    found
  end

  # What every class has in its own way, without being part of the library.
  def left_out(owner)
    return [%w[initialize], %w[new [] members inspect keyword_init?]] if owner.is_a?(Class) && owner < Struct

    [%w[initialize], []]
  end

  def test_every_method_is_named_and_there
    ours.each do |name|
      owner = Object.const_get(name.to_s)
      setters = owner.is_a?(Class) && owner < Struct && owner != Homework::Row ? owner.members.map { |one| "#{one}=" } : []
      here, named, left = there(owner), declared(name), left_out(owner)
      assert_equal [(here[0] - left[0] - setters).uniq.sort, (here[1] - left[1]).uniq.sort],
                   [(named[0] - left[0]).uniq.sort, (named[1] - left[1]).uniq.sort], name.to_s
    end
  end

  def test_every_class_is_named
    found = Homework.constants.map { |name| Homework.const_get(name) }.grep(Module)
    rows = found.flat_map { |one| one.constants(false).map { |name| one.const_get(name) }.grep(Module) }
    assert_equal [], (found + rows).map { |one| "::#{one.name}" }.uniq.sort - ours.map(&:to_s) - ["::Homework_native"]
  end
end
