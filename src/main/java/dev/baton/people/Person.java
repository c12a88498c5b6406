package dev.baton.people;

import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.DaysOff;
import dev.baton.sla.WorkingHours;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Person who works here.
 *
 * @param id the engine's user id, also the login name
 * @param team the id of the team (an engine group of type TEAM), or null
 * @param zone the zone in which this person reads instants, works and keeps quiet hours
 * @param active false: gets no leads and no notices
 * @param terms on which they take leads
 * @param unresponsiveSince since when they let leads lie and take no turns, or null
 * @param slackId who they are in Slack, where their e-mail address doesn't tell, or null
 */
public record Person(
    String id,
    String name,
    String email,
    Role role,
    String team,
    ZoneId zone,
    boolean active,
    RoutingTerms terms,
    Instant unresponsiveSince,
    String slackId) {

  /** Somebody whom Slack knows by the e-mail address. */
  public Person(
      String id,
      String name,
      String email,
      Role role,
      String team,
      ZoneId zone,
      boolean active,
      RoutingTerms terms,
      Instant unresponsiveSince) {
    this(id, name, email, role, team, zone, active, terms, unresponsiveSince, null);
  }

  /** Somebody who works on the usual terms. */
  public Person(
      String id, String name, String email, Role role, String team, ZoneId zone, boolean active) {
    this(id, name, email, role, team, zone, active, RoutingTerms.USUAL, null);
  }

  public Person with(RoutingTerms other) {
    return new Person(id, name, email, role, team, zone, active, other, unresponsiveSince, slackId);
  }

  public boolean isRep() {
    return role == Role.SALES;
  }

  /** Whether leads may be given to this person at all. */
  public boolean isActiveRep() {
    return active && isRep();
  }

  /** When this person works: their own hours, and these days off. */
  public BusinessCalendar shift(DaysOff daysOff) {
    WorkingHours hours = terms.isRoundTheClock() ? WorkingHours.ALWAYS : terms.hours();
    return new BusinessCalendar("hours of " + id, zone, hours, daysOff);
  }
}
