package dev.baton.connect.whatsapp;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadSummary;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A lead that answers is its owner's contact, and its owner hears of it. */
@Component
class ReplyContacts {
  private final Handoffs handoffs;
  private final HandoffCommands commands;
  private final People people;
  private final Leads leads;
  private final Outbox outbox;
  private final Clock clock;

  ReplyContacts(
      Handoffs handoffs,
      HandoffCommands commands,
      People people,
      Leads leads,
      Outbox outbox,
      Clock clock) {
    this.handoffs = handoffs;
    this.commands = commands;
    this.people = people;
    this.leads = leads;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The lead of an open handoff has answered.
   *
   * @param number of the reply
   * @param counts false: everything but the contact, which was refused
   */
  void replied(String leadId, long number, String text, boolean counts) {
    handoffs.open(leadId).ifPresent(handoff -> replied(handoff, number, text, counts));
  }

  private void replied(Handoff handoff, long number, String text, boolean counts) {
    String owner = handoff.owner();
    if (owner == null || people.find(owner).filter(Person::active).isEmpty()) {
      return;
    }
    if (counts) {
      commands.touch(
          handoff.id(),
          Map.of("kind", "message", "outcome", "replied", "note", "Answered on WhatsApp"),
          owner);
    }
    String who = who(handoff.leadId());
    Text headline = Text.of("whatsapp_answered", Map.of("lead", who));
    LeadSummary lead =
        new LeadSummary(who, List.of(), List.of(), text, List.of(), null, List.of(), null);
    outbox.tell(
        new Notice(
            "whatsapp-reply:%d:%s".formatted(number, owner),
            NoticeKind.WHATSAPP_REPLY,
            handoff.leadId(),
            null,
            owner,
            wording -> {
              String said = wording.say(headline);
              return new NoticeContent.Written(
                  said, new LeadBriefing(said, lead, null, null, "/leads/" + handoff.leadId()));
            }));
  }

  private String who(String leadId) {
    return Profile.of(leads.profileLog(leadId), clock.instant()).name().orElse("the lead");
  }
}
