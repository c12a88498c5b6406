package dev.baton.alert.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.text.MessageTexts;
import dev.baton.alert.text.Wording;
import dev.baton.input.AnswerForm;
import dev.baton.input.Sentences;
import dev.baton.people.Person;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Answers that people give in Slack, and what becomes of them in words. */
class SlackAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(SlackAnswers.class);

  private final SlackClient client;
  private final ObjectProvider<OpenTasks> openTasks;
  private final MessageTexts texts;
  private final SlackWaitingList waiting;

  SlackAnswers(
      SlackClient client,
      ObjectProvider<OpenTasks> openTasks,
      MessageTexts texts,
      SlackWaitingList waiting) {
    this.client = client;
    this.openTasks = openTasks;
    this.texts = texts;
    this.waiting = waiting;
  }

  /** What to say about it; empty when a form is open and says enough. */
  Optional<String> carryOut(SlackAction action, Person person) {
    OpenTasks tasks = openTasks.getObject();
    SlackQuestion about = action.about();
    return about == null
        ? Optional.of(waiting.of(tasks.waiting(person.id()), wording(person)))
        : carryOut(tasks, action, about, person);
  }

  private Optional<String> carryOut(
      OpenTasks tasks, SlackAction action, SlackQuestion about, Person person) {
    return switch (action.verb()) {
      case ACCEPT -> Optional.of(answer(tasks, action, about, "accept", person));
      case REJECT -> Optional.of(answer(tasks, action, about, "reject", person));
      case PAUSE ->
          Optional.of(said(tasks.pause(about.handoffId(), action.fields(), person.id()), person));
      case ASK_REASON -> askReason(tasks, action, about, person);
      case ASK_PAUSE -> askPause(tasks, action, about, person);
      case LIST -> Optional.of(waiting.of(tasks.waiting(person.id()), wording(person)));
    };
  }

  private Optional<String> askReason(
      OpenTasks tasks, SlackAction action, SlackQuestion about, Person person) {
    AnswerForm review = open(tasks, about, person).map(OpenTasks.Open::review).orElse(null);
    return review == null
        ? Optional.of(whyNot(tasks, about, person))
        : show(action, SlackModals.reject(subject(action, about), review, locale(person)), person);
  }

  private Optional<String> askPause(
      OpenTasks tasks, SlackAction action, SlackQuestion about, Person person) {
    Optional<OpenTasks.Open> open = open(tasks, about, person);
    if (open.isEmpty()) {
      return Optional.of(whyNot(tasks, about, person));
    }
    AnswerForm pause = open.get().pause();
    return pause == null
        ? Optional.of(wording(person).label("slack_no_pause"))
        : show(action, SlackModals.pause(subject(action, about), pause, locale(person)), person);
  }

  private static Optional<OpenTasks.Open> open(
      OpenTasks tasks, SlackQuestion about, Person person) {
    return tasks
        .open(about.handoffId(), person.id())
        .filter(open -> open.question().equals(about.question()));
  }

  private static String whyNot(OpenTasks tasks, SlackQuestion about, Person person) {
    return escaped(tasks.whyNot(about.handoffId(), person.id()));
  }

  private static String answer(
      OpenTasks tasks, SlackAction action, SlackQuestion about, String decision, Person person) {
    Map<String, Object> fields = new HashMap<>(action.fields());
    fields.put("decision", decision);
    return said(tasks.answer(about.handoffId(), about.question(), fields, person.id()), person);
  }

  private static String said(OpenTasks.Reply reply, Person person) {
    return escaped(
        reply.taken()
            ? reply.said()
            : Sentences.in(locale(person), "Not recorded.") + " " + reply.said());
  }

  private static SlackModals.Subject subject(SlackAction action, SlackQuestion about) {
    return new SlackModals.Subject(about, action.replyUrl());
  }

  /** Slack opens a form within three seconds of the click or never: there is no second try. */
  private Optional<String> show(SlackAction action, View form, Person person) {
    try {
      ViewsOpenResponse answer =
          client.methods().viewsOpen(r -> r.triggerId(action.triggerId()).view(form));
      if (answer.isOk()) {
        return Optional.empty();
      }
      LOG.info("Slack opened no form: {}", answer.getError());
    } catch (IOException | SlackApiException | JsonParseException e) {
      LOG.info("Slack opened no form", e);
    }
    return Optional.of(wording(person).label("slack_too_slow"));
  }

  private static Locale locale(Person person) {
    return person.language().locale();
  }

  private Wording wording(Person person) {
    return texts.in(person.language(), person.zone());
  }

  private static String escaped(String text) {
    return SlackBlocks.escape(text, 3000);
  }
}
