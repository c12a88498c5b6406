package dev.baton.alert.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.slack.SlackActions.Claimed;
import dev.baton.people.Person;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processor of what people did in Slack: finds out who they are, has their answer recorded, and
 * tells them what became of it. Any number may run, on any number of nodes. An answer whose outcome
 * was lost in a crash is given again, and taken once.
 */
class SlackActionProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(SlackActionProcessor.class);

  /** Slack takes replies for half an hour. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));

  /** So often a dead token is tried again. */
  static final Duration RENEWED = Duration.ofMinutes(1);

  private static final String BROKEN =
      "Baton could not record this. Please open the lead and answer there.";

  private final SlackActions actions;
  private final SlackClient client;
  private final SlackUsers slackUsers;
  private final SlackAnswers answers;
  private final ChannelFailures failures;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SlackActionProcessor(
      SlackActions actions,
      SlackClient client,
      SlackUsers slackUsers,
      SlackAnswers answers,
      ChannelFailures failures,
      TransactionTemplate transaction,
      Clock clock) {
    this.actions = actions;
    this.client = client;
    this.slackUsers = slackUsers;
    this.answers = answers;
    this.failures = failures;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Works until nothing is due. */
  void drain() {
    while (!Thread.currentThread().isInterrupted() && workNext()) {}
  }

  private boolean workNext() {
    Optional<Claimed> claimed = transaction.execute(status -> actions.claim(clock.instant()));
    claimed.ifPresent(this::work);
    return claimed.isPresent();
  }

  /** Whatever goes wrong is this action's trouble: the next one gets its turn. */
  private void work(Claimed claimed) {
    Claimed known = claimed;
    try {
      known = claimed.worked() ? claimed : answered(claimed);
      String reply = known.reply();
      if (reply != null) {
        say(known.action(), reply);
      }
      actions.done(known);
    } catch (SlackApiException e) {
      Optional<DeadSlackToken> dead = SlackErrors.deadToken(e);
      if (dead.isPresent()) {
        refuse(known, dead.get());
      } else {
        later(known, e.getMessage(), SlackClient.restAfter(e));
      }
    } catch (DeadSlackToken dead) {
      refuse(known, dead);
    } catch (IOException | JsonParseException e) {
      later(known, "Slack can't be reached: " + e.getMessage(), Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.warn("{} in Slack could not be processed", claimed.action().id(), e);
      later(known, e.toString(), Duration.ZERO);
    }
  }

  private void say(SlackAction action, String text) throws IOException {
    String url = action.replyUrl();
    if (url != null) {
      client.reply(url, text);
    }
  }

  private Claimed answered(Claimed claimed) throws IOException, SlackApiException {
    SlackAction action = claimed.action();
    Optional<Person> person = slackUsers.of(action.slackUser());
    return actions.worked(
        claimed,
        person.isPresent()
            ? answers.carryOut(action, person.get())
            : Optional.of(howToLink(action.slackUser())));
  }

  /** No answer's fault, so it costs none an attempt. */
  private void refuse(Claimed claimed, DeadSlackToken dead) {
    Instant now = clock.instant();
    transaction.executeWithoutResult(
        status -> {
          actions.postpone(claimed, dead.getMessage(), now.plus(RENEWED));
          failures.refused(SlackMessenger.CHANNEL, String.valueOf(dead.getMessage()), now);
        });
  }

  private void later(Claimed claimed, @Nullable String why, Duration rest) {
    if (claimed.attempts() <= WAITS.size()) {
      Duration wait = WAITS.get(claimed.attempts() - 1);
      Duration longer = wait.compareTo(rest) < 0 ? rest : wait;
      actions.again(claimed, why, clock.instant().plus(longer));
    } else {
      if (!claimed.worked()) {
        apologise(claimed.action());
      }
      actions.fail(claimed, why);
    }
  }

  /** Whoever answered can still do so elsewhere; whether they read this or not, managers see it. */
  private void apologise(SlackAction action) {
    try {
      say(action, BROKEN);
    } catch (IOException | RuntimeException e) {
      LOG.info("Slack did not take the error message", e);
    }
  }

  private static String howToLink(String slackUser) {
    return """
        Baton doesn't know who you are here, so nothing was recorded. Either give your Slack \
        profile the e-mail address that you have in Baton, or ask a manager to enter your Slack \
        member id %s there."""
        .formatted(slackUser);
  }
}
