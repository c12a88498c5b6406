package dev.baton;

import java.util.Map;

/** Reps, as a manager hires and dismisses them over HTTP. */
public record StaffOverHttp(HttpCaller baton) {

  public void hire(String id, String name, String team, String password) {
    save(
        id,
        HttpCaller.json(
            Map.of(
                "name", name,
                "email", id + "@baton.example",
                "role", "sales",
                "team", team,
                "password", password)));
  }

  public void dismiss(String id) {
    save(id, "{\"active\":false}");
  }

  private void save(String id, String person) {
    baton.as("mona").send("PUT", "/api/people/" + id, HttpCaller.OBJECT, person).is(200);
  }
}
