package dev.baton.people;

import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.DaysOff;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Person who works here.
 *
 * @param id the engine's user id, also the login name
 * @param team the id of the team (an engine group of type TEAM)
 * @param zone the zone in which this person reads instants, works and keeps quiet hours
 * @param active false: gets no leads and no notices
 * @param terms on which they take leads
 * @param unresponsiveSince since when they leave leads unanswered and take no turns
 */
public record Person(
    String id,
    String name,
    StaffAddress address,
    Role role,
    @Nullable String team,
    ZoneId zone,
    boolean active,
    RoutingTerms terms,
    @Nullable Instant unresponsiveSince) {

  /** Somebody who works on the usual terms and whom Slack knows by the e-mail address. */
  public Person(
      String id,
      String name,
      String email,
      Role role,
      @Nullable String team,
      ZoneId zone,
      boolean active) {
    this(id, name, new StaffAddress(email), role, team, zone, active, RoutingTerms.USUAL, null);
  }

  public Person with(RoutingTerms other) {
    return new Person(id, name, address, role, team, zone, active, other, unresponsiveSince);
  }

  public String email() {
    return address.email();
  }

  public @Nullable String slackId() {
    return address.slackId();
  }

  /** In which they read messages: English unless they have chosen. */
  public Language language() {
    return chosenLanguage().orElse(Language.EN);
  }

  /** In which they read pages too, whatever their browser asks for. */
  public Optional<Language> chosenLanguage() {
    return Optional.ofNullable(address.language());
  }

  public Person with(@Nullable Language other) {
    return new Person(
        id,
        name,
        new StaffAddress(email(), slackId(), other),
        role,
        team,
        zone,
        active,
        terms,
        unresponsiveSince);
  }

  public boolean isRep() {
    return role == Role.SALES;
  }

  /** Whether leads may be given to this person at all. */
  public boolean isActiveRep() {
    return active && isRep();
  }

  boolean isActiveManager() {
    return active && role == Role.MANAGER;
  }

  /** When this person works: their own hours, and these days off. */
  public BusinessCalendar shift(DaysOff daysOff) {
    return new BusinessCalendar("hours of " + id, zone, terms.workingHours(), daysOff);
  }
}
