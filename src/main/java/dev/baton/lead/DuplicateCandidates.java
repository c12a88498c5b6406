package dev.baton.lead;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Other records that may be the same person: the same phone number, or the same name at the same
 * company. Whether they are is a person's decision (rule R13).
 */
@Component
public class DuplicateCandidates {
  private static final int MOST = 10;

  private final JdbcClient db;

  DuplicateCandidates(JdbcClient db) {
    this.db = db;
  }

  /** The ids, the oldest record first. */
  public List<String> of(String leadId) {
    return db.sql(
            """
            select l.id from lead l join lead self on self.id = :leadId
            where l.id <> self.id and l.merged_into is null and (
              exists (select 1 from profile_value mine
                join profile_value theirs on theirs.field = 'phone'
                  and theirs.content = mine.content and theirs.lead_id = l.id
                where mine.lead_id = self.id and mine.field = 'phone')
              or exists (select 1 from profile_value mine
                join profile_value theirs on theirs.field = 'lastName'
                  and theirs.content = mine.content and theirs.lead_id = l.id
                join profile_value my_first on my_first.lead_id = self.id
                  and my_first.field = 'firstName'
                join profile_value their_first on their_first.lead_id = l.id
                  and their_first.field = 'firstName'
                  and their_first.content = my_first.content
                where mine.lead_id = self.id and mine.field = 'lastName'
                  and (l.account_id = self.account_id
                    or exists (select 1 from profile_value my_company
                      join profile_value their_company on their_company.field = 'company'
                        and their_company.content = my_company.content
                        and their_company.lead_id = l.id
                      where my_company.lead_id = self.id and my_company.field = 'company'))))
            order by l.created_at, l.id fetch first :most rows only
            """)
        .param("leadId", leadId)
        .param("most", MOST)
        .query(String.class)
        .list();
  }
}
