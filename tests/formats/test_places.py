from dekkend.formats.places import formats_folder


def test_formats_lie_in_the_project():
    assert (formats_folder() / "lock.yml").is_file()


def test_the_environment_can_move_the_project(monkeypatch, tmp_path):
    monkeypatch.setenv("DEKKEND_HOME", str(tmp_path))
    assert formats_folder() == tmp_path / "formats"
