package dev.baton.web;

import dev.baton.people.Person;
import dev.baton.people.Role;

/** Who reads a page, and on which clock. */
public record CurrentUser(Person person, ViewerClock watch) {

  public String id() {
    return person.id();
  }

  public String firstName() {
    return person.name().trim().split("\\s+", -1)[0];
  }

  public boolean isRep() {
    return person.isRep();
  }

  /** Managers and administrators look after everybody's handoffs. */
  public boolean oversees() {
    return person.role() == Role.MANAGER || person.role() == Role.ADMIN;
  }

  public boolean isMarketing() {
    return person.role() == Role.MARKETING;
  }

  /** Marketing keeps the mails to leads, managers read them. */
  public boolean readsNurture() {
    return isMarketing() || oversees();
  }

  public boolean keepsNurture() {
    return isMarketing() || person.role() == Role.ADMIN;
  }

  /** Designers see no personal data; everybody else reads leads. */
  public boolean readsLeads() {
    return person.role() != Role.DESIGNER;
  }

  public boolean opensTasklist() {
    return isRep() || isMarketing() || person.role() == Role.MANAGER;
  }

  public boolean opensCockpit() {
    return oversees() || person.role() == Role.DESIGNER;
  }
}
