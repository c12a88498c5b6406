package dev.baton.people;

import dev.baton.sql.TransactionRows;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of notification settings, in the table {@code preference}. */
@Component
public class Preferences {
  private final JdbcClient db;
  private final ObjectProvider<EnabledChannels> enabled;
  private final TransactionRows<Preference> read = new TransactionRows<>(Preference.class);

  public Preferences(JdbcClient db, ObjectProvider<EnabledChannels> enabled) {
    this.db = db;
    this.enabled = enabled;
  }

  /** Every channel that there is, the first one as people read them first. */
  public List<String> channels() {
    return enabled.stream().flatMap(each -> each.all().stream()).toList();
  }

  public Preference of(String person) {
    return read.kept(person).orElseGet(() -> read(person));
  }

  private Preference read(String person) {
    Preference preference =
        db.sql("select channels, digest_hour from preference where person = :person")
            .param("person", person)
            .query(
                (row, number) ->
                    new Preference(
                        List.of(row.getString("channels").split(",")),
                        row.getObject("digest_hour", Integer.class)))
            .optional()
            .orElseGet(() -> new Preference(channels(), null));
    read.keep(person, preference);
    return preference;
  }

  public void save(String person, Preference preference) {
    read.forget(person);
    db.sql(
            """
            merge into preference p using (select cast(:person as varchar(64)) as person) given
            on (p.person = given.person)
            when matched then update set channels = :channels, digest_hour = :digestHour
            when not matched then insert (person, channels, digest_hour)
              values (:person, :channels, :digestHour)
            """)
        .param("person", person)
        .param("channels", String.join(",", preference.channels()))
        .param("digestHour", preference.digestHour())
        .update();
  }
}
