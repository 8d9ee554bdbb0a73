import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from gandan.core.cluster import Cluster, ClusterFailed, stop


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Root's cluster may live outside its data folder, so it is removed by name."""
    made = Cluster(tmp_path)
    yield made
    shutil.rmtree(made.home)


def test_a_cluster_is_made_answers_and_keeps_what_was_committed(cluster: Cluster) -> None:
    with cluster.running(fsync="off"):
        cluster.ensure_database()
        cluster.ensure_database()
        with psycopg.connect(cluster.url(), autocommit=True) as connection:
            connection.execute("CREATE TABLE word (text text)")
            connection.execute("INSERT INTO word VALUES ('Đăng ký')")
    assert not cluster.is_answering()
    server = cluster.launch(fsync="off")
    try:
        with cluster.running(), psycopg.connect(cluster.url()) as connection:
            assert connection.execute("SELECT upper(text) FROM word").fetchone() == ("ĐĂNG KÝ",)
        assert cluster.is_answering(), "a server somebody else started is left running"
    finally:
        stop(server)


def test_strangers_need_the_password(cluster: Cluster) -> None:
    with cluster.running(fsync="off"), pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"host={cluster.socket_folder} user=gandan dbname=postgres password=guess")


def test_a_broken_cluster_says_where_its_log_is(cluster: Cluster) -> None:
    with cluster.running(fsync="off"):
        pass
    (cluster.pgdata / "postgresql.conf").write_text("nonsense = yes\n")
    with pytest.raises(ClusterFailed, match=r"postgres\.log"):
        cluster.launch()
