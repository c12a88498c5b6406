package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.baton.access.EngineAuthenticationProvider.CallDetails;
import dev.baton.access.openid.LoginSettings;
import dev.baton.engine.EngineUsers;
import dev.baton.people.People;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class EngineAuthenticationProviderTest {
  private final EngineUsers users = mock();
  private final EngineAuthenticationProvider logins =
      new EngineAuthenticationProvider(
          users, mock(People.class), new LoginSettings(true, "groups", "", Map.of()));

  @Test
  void two_calls_of_one_person_never_wait_for_each_other() throws Exception {
    CountDownLatch asking = new CountDownLatch(2);
    when(users.checkPassword("script", "secret"))
        .then(
            call -> {
              asking.countDown();
              asking.await(10, TimeUnit.SECONDS);
              return false;
            });
    ExecutorService calls = Executors.newFixedThreadPool(2);
    try {
      calls.submit(this::call);
      calls.submit(this::call);
      assertThat(asking.await(5, TimeUnit.SECONDS)).as("both ask the database").isTrue();
    } finally {
      calls.shutdownNow();
    }
  }

  private Object call() {
    var attempt = UsernamePasswordAuthenticationToken.unauthenticated("script", "secret");
    attempt.setDetails(new CallDetails(new MockHttpServletRequest()));
    return logins.authenticate(attempt);
  }
}
