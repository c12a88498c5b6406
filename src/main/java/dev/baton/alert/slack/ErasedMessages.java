package dev.baton.alert.slack;

import dev.baton.alert.delivery.DeliveryDue;
import dev.baton.privacy.PersonErased;
import dev.baton.sql.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages in Slack about a lead that is erased: all are written anew, without the person. */
@Component
class ErasedMessages {
  private final JdbcClient db;
  private final ApplicationEventPublisher facts;

  ErasedMessages(JdbcClient db, ApplicationEventPublisher facts) {
    this.db = db;
    this.facts = facts;
  }

  /** After the handoff, whose end is told in the messages too. */
  @EventListener
  @Order
  void on(PersonErased erased) {
    db.sql(
            """
            update slack_message set state = 'due', outcome = 'Erased', outcome_at = :at,
              next_step = null, next_attempt_at = :at, attempts = 0, lease_until = null
            where handoff_id in (select id from handoff where lead_id in (:leads))
            """)
        .param("at", Sql.timestamp(erased.at()))
        .param("leads", erased.leadIds())
        .update();
    facts.publishEvent(new DeliveryDue(SlackMessages.UPDATES));
  }
}
