package dev.baton.desk;

import dev.baton.people.Person;
import dev.baton.people.Role;

/** Who reads a page, and on which clock. */
record Reader(Person person, Watch watch) {

  String id() {
    return person.id();
  }

  String firstName() {
    return person.name().trim().split("\\s+")[0];
  }

  boolean isRep() {
    return person.isRep();
  }

  /** Managers and administrators look after everybody's handoffs. */
  boolean oversees() {
    return person.role() == Role.MANAGER || person.role() == Role.ADMIN;
  }

  boolean isMarketing() {
    return person.role() == Role.MARKETING;
  }

  /** Designers see no personal data; everybody else reads leads. */
  boolean readsLeads() {
    return person.role() != Role.DESIGNER;
  }

  boolean opensTasklist() {
    return isRep() || isMarketing() || person.role() == Role.MANAGER;
  }

  boolean opensCockpit() {
    return oversees() || person.role() == Role.DESIGNER;
  }
}
