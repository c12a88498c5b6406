package dev.baton.people;

import dev.baton.sla.WorkingHours;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Routing settings of a person.
 *
 * @param hours on the person's own wall clock; null: round the clock
 * @param calendar the business calendar whose holidays the person has; null: the team's
 * @param skills words such as {@code de} or {@code payments}, in lower case
 * @param weight how many turns they take while a colleague of weight 1 takes one, from 1 to 10
 * @param dailyCap how many leads they are given at most on a day of theirs; null: any number
 * @param openCap how many open handoffs they have at most before they take a turn; null: any number
 */
public record RoutingTerms(
    @Nullable WorkingHours hours,
    @Nullable String calendar,
    Set<String> skills,
    int weight,
    @Nullable Integer dailyCap,
    @Nullable Integer openCap) {
  public static final int HIGHEST_WEIGHT = 10;

  /** Round the clock, no skills named, one turn like everybody, no caps. */
  public static final RoutingTerms USUAL = new RoutingTerms(null, null, Set.of(), 1, null, null);

  public RoutingTerms {
    if (weight < 1 || weight > HIGHEST_WEIGHT) {
      throw new IllegalArgumentException("A weight is a number from 1 to 10, not " + weight);
    }
    if (hours != null && hours.week().isEmpty()) {
      throw new IllegalArgumentException("Somebody who never works is inactive, or away");
    }
    if (isNegative(dailyCap) || isNegative(openCap)) {
      throw new IllegalArgumentException("A cap is not below 0");
    }
    skills =
        skills.stream()
            .map(skill -> skill.trim().toLowerCase(Locale.ROOT))
            .filter(skill -> !skill.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    for (String skill : skills) {
      if (skill.contains(",")) {
        throw new IllegalArgumentException("A skill is one word, not '%s'".formatted(skill));
      }
    }
  }

  public RoutingTerms withHours(@Nullable WorkingHours given) {
    return new RoutingTerms(given, calendar, skills, weight, dailyCap, openCap);
  }

  public RoutingTerms withCalendar(@Nullable String given) {
    return new RoutingTerms(hours, given, skills, weight, dailyCap, openCap);
  }

  public RoutingTerms withSkills(String... given) {
    return new RoutingTerms(hours, calendar, Set.of(given), weight, dailyCap, openCap);
  }

  public RoutingTerms withWeight(int given) {
    return new RoutingTerms(hours, calendar, skills, given, dailyCap, openCap);
  }

  public RoutingTerms withDailyCap(@Nullable Integer given) {
    return new RoutingTerms(hours, calendar, skills, weight, given, openCap);
  }

  public RoutingTerms withOpenCap(@Nullable Integer given) {
    return new RoutingTerms(hours, calendar, skills, weight, dailyCap, given);
  }

  WorkingHours workingHours() {
    return hours == null ? WorkingHours.ALWAYS : hours;
  }

  private static boolean isNegative(@Nullable Integer cap) {
    return cap != null && cap < 0;
  }
}
