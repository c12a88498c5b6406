package dev.baton.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.answer.AnsweredAt;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.signal.SignalFeed;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from a mail (rule R19): one of ours is an attempt, an answer is a contact and a
 * signal, one that came back is neither and a signal. It is recorded like a touch over HTTP, at the
 * instant at which the mail was recorded here.
 */
@Component
class EmailTouches {
  private static final String SENDER = "mailbox";

  private final Emails emails;
  private final Leads leads;
  private final Handoffs handoffs;
  private final HandoffCommands commands;
  private final SignalFeed feed;
  private final People people;
  private final EmailNotices notices;

  EmailTouches(
      Emails emails,
      Leads leads,
      Handoffs handoffs,
      HandoffCommands commands,
      SignalFeed feed,
      People people,
      EmailNotices notices) {
    this.emails = emails;
    this.leads = leads;
    this.handoffs = handoffs;
    this.commands = commands;
    this.feed = feed;
    this.people = people;
    this.notices = notices;
  }

  /**
   * Records it, within a transaction.
   *
   * @param counts false: everything but the touch, which was refused
   */
  void record(Email email, boolean counts) {
    Optional<Lead> lead = leads.find(email.leadId());
    if (lead.isEmpty()) {
      return;
    }
    signal(lead.get(), email);
    Optional<Handoff> open = handoffs.open(email.leadId());
    if (counts && open.isPresent()) {
      touch(open.get(), email);
    }
    if (email.kind() == EmailKind.REPLY) {
      readers(email, open).forEach(reader -> notices.replied(email, reader));
    } else if (cameBack(email)) {
      notices.failed(email);
    }
  }

  private static boolean cameBack(Email email) {
    return email.kind() == EmailKind.BOUNCE || email.state() == EmailState.FAILED;
  }

  private void signal(Lead lead, Email email) {
    if (email.kind() != EmailKind.REPLY && !cameBack(email)) {
      return;
    }
    ObjectNode signal = new ObjectMapper().createObjectNode();
    signal.put("id", "email:" + email.id());
    signal.put("type", cameBack(email) ? "email_bounced" : "email_replied");
    ObjectNode properties = signal.putObject("properties");
    properties.put("messageId", Objects.requireNonNullElse(email.answers(), email.id()));
    if (email.kind() == EmailKind.BOUNCE) {
      String status = BounceText.status(email);
      properties.put(
          status == null ? "bounceType" : "status", status == null ? "undetermined" : status);
    }
    feed.record(SENDER, lead, signal);
  }

  private void touch(Handoff handoff, Email email) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("kind", "email");
    fields.put("at", email.at().toString());
    fields.put("note", email.content().subject());
    String outcome = outcome(email);
    if (outcome != null) {
      fields.put("outcome", outcome);
    }
    Instant recorded = emails.recordedAt(email.id());
    AnsweredAt.record(
        recorded.isBefore(handoff.since()) ? handoff.since() : recorded,
        () -> commands.touch(handoff.id(), fields, by(handoff, email)));
  }

  private static @Nullable String outcome(Email email) {
    if (cameBack(email)) {
      return "bounced";
    }
    return email.kind() == EmailKind.REPLY ? "replied" : null;
  }

  /** A lead that answers is its owner's contact, whoever wrote to it. */
  private String by(Handoff handoff, Email email) {
    return email.kind() == EmailKind.REPLY ? activeOwner(handoff).orElse(email.rep()) : email.rep();
  }

  private Optional<String> activeOwner(Handoff handoff) {
    return Optional.ofNullable(handoff.owner())
        .flatMap(people::find)
        .filter(Person::active)
        .map(Person::id);
  }

  private Set<String> readers(Email email, Optional<Handoff> open) {
    Set<String> readers = new LinkedHashSet<>();
    readers.add(email.rep());
    open.flatMap(this::activeOwner).ifPresent(readers::add);
    return readers;
  }
}
