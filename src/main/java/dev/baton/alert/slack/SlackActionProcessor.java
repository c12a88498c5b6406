package dev.baton.alert.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import dev.baton.alert.message.DueText;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.slack.SlackActions.Claimed;
import dev.baton.people.Person;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off what people did in Slack: finds out who they are, puts their answer through the one
 * door, and tells them what became of it. Any number of clerks may run, on any number of nodes. An
 * answer whose outcome was lost in a crash goes through the door again, which takes it once.
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

  private static final String TOO_SLOW =
      "Slack didn't open the form in time. Please click once more.";
  private static final String BROKEN =
      "Baton could not record this. Please open the lead and answer there.";

  private final SlackActions actions;
  private final SlackClient client;
  private final SlackUsers slackUsers;
  private final ObjectProvider<OpenTasks> questions;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String publicUrl;

  SlackActionProcessor(
      SlackActions actions,
      SlackClient client,
      SlackUsers slackUsers,
      ObjectProvider<OpenTasks> questions,
      TransactionTemplate transaction,
      Clock clock,
      String publicUrl) {
    this.actions = actions;
    this.client = client;
    this.slackUsers = slackUsers;
    this.questions = questions;
    this.transaction = transaction;
    this.clock = clock;
    this.publicUrl = publicUrl;
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
      SlackAction action = known.action();
      if (known.reply() != null && action.replyUrl() != null) {
        client.reply(action.replyUrl(), known.reply());
      }
      actions.done(known);
    } catch (SlackApiException e) {
      later(known, e.getMessage(), SlackClient.restAfter(e));
    } catch (IOException | JsonParseException e) {
      later(known, "Slack can't be reached: " + e.getMessage(), Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.warn("{} in Slack could not be processed", claimed.action().id(), e);
      later(known, e.toString(), Duration.ZERO);
    }
  }

  private Claimed answered(Claimed claimed) throws IOException, SlackApiException {
    SlackAction action = claimed.action();
    Optional<Person> person = slackUsers.of(action.slackUser());
    String reply = person.isPresent() ? put(action, person.get()) : howToLink(action.slackUser());
    return actions.worked(claimed, reply);
  }

  private void later(Claimed claimed, String why, Duration rest) {
    if (claimed.attempts() <= WAITS.size()) {
      Duration wait = WAITS.get(claimed.attempts() - 1);
      Duration longer = wait.compareTo(rest) < 0 ? rest : wait;
      actions.again(claimed, why, clock.instant().plus(longer));
    } else {
      if (!claimed.worked()) {
        apologise(claimed.action());
      }
      actions.stuck(claimed, why);
    }
  }

  /** Whoever answered can still do so elsewhere; whether they read this or not, managers see it. */
  private void apologise(SlackAction action) {
    try {
      if (action.replyUrl() != null) {
        client.reply(action.replyUrl(), BROKEN);
      }
    } catch (IOException | RuntimeException e) {
      LOG.info("Slack did not take the error message", e);
    }
  }

  /** What to say about it, or null when a form is open and says enough. */
  private String put(SlackAction action, Person person) throws IOException, SlackApiException {
    OpenTasks door = questions.getObject();
    return switch (action.verb()) {
      case ACCEPT -> answer(door, action, Map.of("decision", "accept"), person);
      case REJECT -> answer(door, action, Map.of("decision", "reject"), person);
      case PAUSE -> said(door.pause(action.handoffId(), action.fields(), person.id()));
      case ASK_REASON -> {
        Optional<OpenTasks.Open> open = asked(door, action, person);
        yield open.isPresent() && open.get().isYesOrNo()
            ? open(action, SlackModals.reject(subject(action), open.get().review()))
            : escaped(door.whyNot(action.handoffId(), person.id()));
      }
      case ASK_PAUSE -> {
        Optional<OpenTasks.Open> open = asked(door, action, person);
        if (open.isEmpty()) {
          yield escaped(door.whyNot(action.handoffId(), person.id()));
        }
        yield open.get().isPausable()
            ? open(action, SlackModals.pause(subject(action), open.get().pause()))
            : "This clock can't be paused now. Please answer the lead.";
      }
      case LIST -> list(door.waiting(person.id()), person);
    };
  }

  private static Optional<OpenTasks.Open> asked(OpenTasks door, SlackAction action, Person person) {
    return door.open(action.handoffId(), person.id())
        .filter(open -> open.question().equals(action.question()));
  }

  private static String answer(
      OpenTasks door, SlackAction action, Map<String, Object> decision, Person person) {
    Map<String, Object> fields = new HashMap<>(action.fields());
    fields.putAll(decision);
    return said(door.answer(action.handoffId(), action.question(), fields, person.id()));
  }

  private static String said(OpenTasks.Reply reply) {
    return escaped(reply.taken() ? reply.said() : "Not recorded. " + reply.said());
  }

  private static SlackModals.Subject subject(SlackAction action) {
    return new SlackModals.Subject(action.handoffId(), action.question(), action.replyUrl());
  }

  /** Slack opens a form within three seconds of the click or never: there is no second try. */
  private String open(SlackAction action, View form) {
    try {
      ViewsOpenResponse answer =
          client.methods().viewsOpen(r -> r.triggerId(action.triggerId()).view(form));
      if (!answer.isOk()) {
        LOG.info("Slack opened no form: {}", answer.getError());
      }
      return answer.isOk() ? null : TOO_SLOW;
    } catch (IOException | SlackApiException | JsonParseException e) {
      LOG.info("Slack opened no form", e);
      return TOO_SLOW;
    }
  }

  private String list(List<OpenTasks.Waiting> waiting, Person person) {
    if (waiting.isEmpty()) {
      return "Nothing waits for you.";
    }
    Instant now = clock.instant();
    return waiting.stream()
        .map(
            each ->
                "• <%s%s|%s>: %s, %s"
                    .formatted(
                        publicUrl,
                        each.path(),
                        SlackBlocks.escape(each.who(), 200).replace("|", "/"),
                        each.asked(),
                        DueText.of(each.dueAt(), now, person.zone()).said()))
        .collect(Collectors.joining("\n", "Waiting for you:\n", ""));
  }

  private static String howToLink(String slackUser) {
    return """
        Baton doesn't know who you are here, so nothing was recorded. Either give your Slack \
        profile the e-mail address that you have in Baton, or ask a manager to enter your Slack \
        member id %s there."""
        .formatted(slackUser);
  }

  private static String escaped(String text) {
    return SlackBlocks.escape(text, 3000);
  }
}
