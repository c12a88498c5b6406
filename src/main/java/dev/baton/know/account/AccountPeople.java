package dev.baton.know.account;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.score.JobLevel;
import dev.baton.score.Score;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scoring;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalScreening;
import dev.baton.signal.Signals;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of companies with their scores, read for several companies at once. */
@Component
class AccountPeople {
  /** More of one company are not looked at: the newest count. */
  private static final int MOST = 200;

  private final JdbcClient db;
  private final Leads leads;
  private final Signals signals;
  private final Scoring scoring;

  AccountPeople(JdbcClient db, Leads leads, Signals signals, Scoring scoring) {
    this.db = db;
    this.leads = leads;
    this.signals = signals;
    this.scoring = scoring;
  }

  private record Member(String accountId, String leadId) {}

  /** By account, the newest person first; an account without people is not in it. */
  Map<String, List<AccountPerson>> of(
      Collection<String> accountIds, Instant now, DecisionSnapshot tables) {
    List<Member> members = Sql.byIds(accountIds, this::members);
    List<String> ids = members.stream().map(Member::leadId).toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, List<Signal>> heard = signals.of(ids, scoring.horizon(now, tables));
    var profiles = leads.profileLogs(ids);
    return members.stream()
        .collect(
            Collectors.groupingBy(
                Member::accountId,
                Collectors.mapping(
                    member ->
                        person(
                            member.leadId(),
                            new ScoreFacts(
                                Profile.of(profiles.getOrDefault(member.leadId(), List.of()), now),
                                heard.getOrDefault(member.leadId(), List.of()).stream()
                                    .filter(signal -> !signal.occurredAt().isAfter(now))
                                    .toList()),
                            now,
                            tables),
                    Collectors.toList())));
  }

  private List<Member> members(List<String> accountIds) {
    return db.sql(
            """
            select account_id, lead_id from (
              select l.account_id, l.id as lead_id, l.created_at,
                row_number() over (partition by l.account_id order by l.created_at desc, l.id) as nth
              from lead l
              where l.account_id in (:accounts) and l.merged_into is null and l.identified = true
            ) newest
            where nth <= :most order by created_at desc, lead_id
            """)
        .param("accounts", accountIds)
        .param("most", MOST)
        .query(RecordRows.of(Member.class))
        .list();
  }

  private AccountPerson person(
      String leadId, ScoreFacts facts, Instant now, DecisionSnapshot tables) {
    Score score = scoring.score(facts, now, tables);
    Set<String> flagged = SignalScreening.flags(facts.signals()).keySet();
    return new AccountPerson(
        leadId,
        facts.profile(),
        facts.signals().stream().filter(signal -> !flagged.contains(signal.id())).toList(),
        score,
        role(facts.profile(), tables));
  }

  private static String role(Profile known, DecisionSnapshot tables) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("jobTitle", JobLevel.title(known));
    inputs.put("level", JobLevel.of(known, tables));
    return tables.row("buying-role", inputs).optionalText("role").orElse("");
  }
}
