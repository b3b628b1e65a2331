import pytest

from courseware.exchange.wording import player_words


@pytest.fixture
def words() -> dict[str, dict[str, str]]:
    return {"": player_words("en")}
