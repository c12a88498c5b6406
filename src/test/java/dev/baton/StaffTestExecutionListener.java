package dev.baton;

import dev.baton.people.People;
import dev.baton.people.Person;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Whoever a test hired as a rep leaves after it: in an application that tests share they would take
 * the turns of the next.
 */
class StaffTestExecutionListener implements TestExecutionListener {

  @Override
  public void afterTestMethod(TestContext test) {
    People people = test.getApplicationContext().getBean(People.class);
    people.activeReps("default").stream()
        .filter(rep -> !TestStaff.REPS.contains(rep.id()))
        .map(StaffTestExecutionListener::inactive)
        .forEach(people::save);
  }

  private static Person inactive(Person rep) {
    return new Person(rep.id(), rep.name(), rep.email(), rep.role(), rep.team(), rep.zone(), false);
  }
}
