package dev.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import dev.baton.people.People;
import dev.baton.people.People.ManagerJoined;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class ManagerCheckTest {
  private final List<Object> facts = new ArrayList<>();
  private final People people =
      new People(JdbcClient.create(MigratedDatabase.h2()), facts::add, Clock.systemUTC());

  @Test
  void the_start_says_that_nobody_is_a_manager_until_somebody_is(CapturedOutput output) {
    start();
    assertThat(output).contains("Nobody is a manager");

    people.save(manager(false));
    assertThat(facts).isEmpty();
    people.save(manager(true));
    people.save(manager(true));
    assertThat(facts).hasSize(1).first().isInstanceOf(ManagerJoined.class);

    int before = output.length();
    start();
    assertThat(output.toString().substring(before)).doesNotContain("Nobody is a manager");
  }

  private void start() {
    new ManagerCheck(people).run(new DefaultApplicationArguments());
  }

  private static Person manager(boolean active) {
    return new Person(
        "mona", "Mona", "mona@baton.example", Role.MANAGER, null, ZoneOffset.UTC, active);
  }
}
