package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.people.People;
import dev.baton.people.Person;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Who hires a rep in an application that tests share lets them go again: or they take turns. */
class StaffTestExecutionListener implements TestExecutionListener {

  @Override
  public void afterTestMethod(TestContext test) {
    ApplicationContext application = test.getApplicationContext();
    if (application.getBeanProvider(TestStaff.class).getIfAvailable() == null) {
      return;
    }
    assertThat(application.getBean(People.class).activeReps("default"))
        .as("the active reps after %s", test.getTestMethod())
        .extracting(Person::id)
        .containsExactlyInAnyOrderElementsOf(TestStaff.REPS);
  }
}
