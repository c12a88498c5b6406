package dev.baton.people;

import java.time.ZoneId;

/**
 * Somebody who works here.
 *
 * @param id the engine's user id, also the login name
 * @param team the id of the team (an engine group of type TEAM), or null
 * @param zone the zone in which this person reads instants and keeps quiet hours
 * @param active false: gets no leads and no notices
 */
public record Person(
    String id, String name, String email, Role role, String team, ZoneId zone, boolean active) {

  public boolean isRep() {
    return role == Role.SALES;
  }
}
