package dev.baton.web;

import dev.baton.people.People;
import dev.baton.web.account.AccountPageController;
import dev.baton.web.figures.FunnelPageController;
import dev.baton.web.figures.FunnelReasonsPageController;
import dev.baton.web.figures.SlaPageController;
import dev.baton.web.home.HomePageController;
import dev.baton.web.home.NotificationSettingsPageController;
import dev.baton.web.lead.LeadPageController;
import dev.baton.web.marketing.NurturePageController;
import dev.baton.web.marketing.RejectionPageController;
import dev.baton.web.marketing.ReviewPageController;
import dev.baton.web.staff.StaffPageController;
import java.security.Principal;
import java.time.Clock;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Controller advice that gives the current user to every page. */
@ControllerAdvice(
    assignableTypes = {
      HomePageController.class,
      LeadPageController.class,
      NurturePageController.class,
      NotificationSettingsPageController.class,
      RejectionPageController.class,
      StaffPageController.class,
      FunnelPageController.class,
      FunnelReasonsPageController.class,
      SlaPageController.class,
      AccountPageController.class,
      ReviewPageController.class
    })
class CurrentUserAdvice {
  private final People people;
  private final Clock clock;

  CurrentUserAdvice(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  @ModelAttribute("user")
  CurrentUser user(Principal login) {
    return people
        .find(login.getName())
        .map(person -> new CurrentUser(person, new ViewerClock(person.zone(), clock.instant())))
        .orElseThrow();
  }
}
