package dev.baton.people;

import dev.baton.people.Absence.HandOver;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of absences. */
@Component
public class Absences {
  private final JdbcClient db;

  public Absences(JdbcClient db) {
    this.db = db;
  }

  public void add(Absence absence) {
    db.sql(
            """
            insert into absence (id, person, from_at, to_at, note, created_by, created_at,
              hands_over, stand_in)
            values (:id, :person, :from, :to, :note, :by, :at, :handsOver, :standIn)
            """)
        .param("id", absence.id())
        .param("person", absence.person())
        .param("from", Sql.timestamp(absence.from()))
        .param("to", Sql.timestampOrNull(absence.to()))
        .param("note", absence.note())
        .param("by", absence.createdBy())
        .param("at", Sql.timestamp(absence.createdAt()))
        .param("handsOver", absence.handOver() != null)
        .param("standIn", absence.handOver() == null ? null : absence.handOver().standIn())
        .update();
  }

  /** The absences that have begun by now and whose open leads are still to be handed over. */
  public List<Absence> toHandOver(Instant now) {
    return db.sql(
            """
            select * from absence
            where hands_over = true and handed_over_at is null and from_at <= :now
              and (to_at is null or to_at > :now)
            order by from_at, id
            """)
        .param("now", Sql.timestamp(now))
        .query(Absences::read)
        .list();
  }

  /** Its hand-over begins; false when another node was faster, or it is taken back. */
  public boolean beginHandOver(String id, Instant at) {
    return db.sql(
                "update absence set handed_over_at = :at where id = :id and handed_over_at is null")
            .param("at", Sql.timestamp(at))
            .param("id", id)
            .update()
        == 1;
  }

  /** They are back from now on; an absence that has not begun yet never was. */
  public void end(String id, Instant at) {
    db.sql("delete from absence where id = :id and from_at >= :at")
        .param("id", id)
        .param("at", Sql.timestamp(at))
        .update();
    db.sql("update absence set to_at = :at where id = :id and (to_at is null or to_at > :at)")
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  public Optional<Absence> find(String id) {
    return db.sql("select * from absence where id = :id")
        .param("id", id)
        .query(Absences::read)
        .optional();
  }

  /** All absences of a person, the latest first. */
  public List<Absence> of(String person) {
    return db.sql("select * from absence where person = :person order by from_at desc, id")
        .param("person", person)
        .query(Absences::read)
        .list();
  }

  /** The absences of these people that have not ended at an instant, running and still to come. */
  public List<Absence> notOver(Collection<String> people, Instant at) {
    if (people.isEmpty()) {
      return List.of();
    }
    return db.sql(
            """
            select * from absence
            where person in (:people) and (to_at is null or to_at > :at)
            order by person, from_at, id
            """)
        .param("people", people)
        .param("at", Sql.timestamp(at))
        .query(Absences::read)
        .list();
  }

  private static Absence read(ResultSet row, int number) throws SQLException {
    return new Absence(
        row.getString("id"),
        row.getString("person"),
        Sql.instant(row, "from_at"),
        Sql.instantOrNull(row, "to_at"),
        row.getString("note"),
        row.getString("created_by"),
        Sql.instant(row, "created_at"),
        row.getBoolean("hands_over") ? new HandOver(row.getString("stand_in")) : null);
  }
}
