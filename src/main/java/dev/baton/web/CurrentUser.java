package dev.baton.web;

import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.Role.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Current user of a page, with their clock. */
public record CurrentUser(Person person, ViewerClock clock) {

  /** Who reads the page of this request, in the language that they read. */
  public static CurrentUser of(Person person, Instant now, HttpServletRequest request) {
    PageLanguage.chosen(person.chosenLanguage(), request);
    PageTexts texts = PageTexts.of(RequestContextUtils.getLocale(request));
    return new CurrentUser(person, new ViewerClock(person.zone(), now, texts));
  }

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
    return person.role().may(Right.OVERSEE);
  }

  public boolean isMarketing() {
    return person.role() == Role.MARKETING;
  }

  /** Marketing keeps the mails to leads, managers read them. */
  public boolean readsNurture() {
    return isMarketing() || oversees();
  }

  /** Files of leads, signals and past outcomes. */
  public boolean importsFiles() {
    return person.role().may(Right.MARKET);
  }

  public boolean keepsNurture() {
    return person.role().may(Right.MARKET);
  }

  public boolean isAdministrator() {
    return person.role() == Role.ADMIN;
  }

  /** Marketing and administrators show persons what is held of them, and erase it. */
  public boolean keepsPersonalData() {
    return person.role().may(Right.MARKET);
  }

  /** Designers see no personal data; everybody else reads leads. */
  public boolean readsLeads() {
    return person.role().may(Right.READ);
  }

  public boolean opensTasklist() {
    return isRep() || isMarketing() || person.role() == Role.MANAGER;
  }

  public boolean opensCockpit() {
    return oversees() || person.role() == Role.DESIGNER;
  }

  /** Who proposes changes of models, and managers, who sign them for sales. */
  public boolean readsChanges() {
    return proposesChanges() || oversees();
  }

  public boolean proposesChanges() {
    return person.role().may(Right.PROPOSE);
  }
}
