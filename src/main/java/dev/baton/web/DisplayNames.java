package dev.baton.web;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.stage.Stages;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Display names of people, by id. */
public record DisplayNames(Map<String, String> byId) {

  public static DisplayNames ofAll(People people) {
    return new DisplayNames(
        people.all().stream().collect(Collectors.toMap(Person::id, Person::name)));
  }

  /** The name, else the id. */
  public String mention(String id) {
    return byId.getOrDefault(id, id);
  }

  /** Null for nobody and for the rules, which need no mention. */
  public @Nullable String of(@Nullable String id) {
    return id == null || id.equals(Stages.RULE) ? null : mention(id);
  }
}
