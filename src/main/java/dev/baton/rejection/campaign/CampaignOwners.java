package dev.baton.rejection.campaign;

import dev.baton.input.FieldReader;
import dev.baton.lead.Spellings;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repository of campaign owners; a campaign without one belongs to everybody in marketing. */
@Component
public class CampaignOwners {
  private final JdbcClient db;
  private final People people;
  private final Spellings spellings;

  CampaignOwners(JdbcClient db, People people, Spellings spellings) {
    this.db = db;
    this.people = people;
    this.spellings = spellings;
  }

  /** The named ones, by campaign. */
  public Map<String, String> all() {
    Map<String, String> owners = new TreeMap<>();
    db.sql("select campaign, owner from campaign_owner")
        .query((rs, row) -> owners.put(rs.getString("campaign"), rs.getString("owner")))
        .list();
    return owners;
  }

  /** Who hears about a campaign. */
  public List<String> of(@Nullable String campaign) {
    Optional<String> named =
        db.sql("select owner from campaign_owner where campaign = :campaign")
            .param("campaign", spellings.campaign(campaign))
            .query(String.class)
            .optional()
            .filter(owner -> people.find(owner).filter(Person::active).isPresent());
    return named
        .map(List::of)
        .orElseGet(() -> people.active(Role.MARKETING).stream().map(Person::id).toList());
  }

  /** Names the owner of a campaign; nobody in particular with an empty owner. */
  @Transactional
  public void set(String campaign, Map<String, Object> values) {
    FieldReader fields = new FieldReader(values);
    String owner = fields.text("owner");
    if (campaign.length() > 200) {
      fields.wrong("campaign", "longer than 200 characters");
    }
    if (owner != null && people.find(owner).filter(Person::active).isEmpty()) {
      fields.wrong("owner", "nobody here is called '%s'".formatted(owner));
    }
    fields.check();
    String written = spellings.campaign(campaign);
    db.sql("delete from campaign_owner where campaign = :campaign")
        .param("campaign", written)
        .update();
    if (owner != null) {
      db.sql(
              """
              insert into campaign_owner (campaign, owner) values (:campaign, :owner)
              on conflict do nothing
              """)
          .param("campaign", written)
          .param("owner", owner)
          .update();
    }
  }
}
