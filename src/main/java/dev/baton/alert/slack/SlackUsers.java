package dev.baton.alert.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a Slack user is: linked by hand, or a member of our own workspace with the e-mail address of
 * somebody who works here. A guest of another workspace may carry any address.
 */
class SlackUsers {
  private static final Set<String> UNKNOWN = Set.of("user_not_found", "user_not_visible");

  private final SlackClient client;
  private final People people;
  private volatile @Nullable String workspace;

  SlackUsers(SlackClient client, People people) {
    this.client = client;
    this.people = people;
  }

  Optional<Person> of(String slackUser) throws IOException, SlackApiException {
    Optional<Person> linked = people.ofSlackId(slackUser);
    Optional<Person> person = linked.isPresent() ? linked : byEmail(slackUser);
    return person.filter(Person::active);
  }

  private Optional<Person> byEmail(String slackUser) throws IOException, SlackApiException {
    UsersInfoResponse info = client.methods().usersInfo(r -> r.user(slackUser));
    if (!info.isOk() && UNKNOWN.contains(String.valueOf(info.getError()))) {
      return Optional.empty();
    }
    if (!info.isOk()) {
      throw SlackErrors.failure(info.getError());
    }
    User user = info.getUser();
    String email = user.getProfile() == null ? null : user.getProfile().getEmail();
    if (email == null || user.isDeleted() || user.isBot() || user.isStranger() || !isOurs(user)) {
      return Optional.empty();
    }
    // whoever is linked to another user by hand is that one only
    return people.ofEmail(email).filter(person -> person.slackId() == null);
  }

  private boolean isOurs(User user) throws IOException, SlackApiException {
    String ours = workspace;
    if (ours == null) {
      AuthTestResponse test = client.methods().authTest(r -> r);
      if (!test.isOk()) {
        throw SlackErrors.failure(test.getError());
      }
      ours = test.getTeamId();
      workspace = ours;
    }
    return ours.equals(user.getTeamId());
  }
}
