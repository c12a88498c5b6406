package dev.baton.alert;

import dev.baton.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Check at each start that somebody hears of leads that nobody owns. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ManagerCheck implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ManagerCheck.class);

  private final People people;

  ManagerCheck(People people) {
    this.people = people;
  }

  @Override
  public void run(ApplicationArguments args) {
    if (people.managersOf(null).isEmpty()) {
      LOG.warn(
          "Nobody is a manager: what is told about leads without an owner waits for one. PUT"
              + " /api/people/{id} with role manager makes one.");
    }
  }
}
