from dekkend.kit.qr import drawing


def test_a_code_is_lines_without_style_and_the_same_each_time() -> None:
    svg = drawing("https://dekkend.example/profielen/12/c/aaaa-bbbb-cccc/")

    assert svg.startswith('<svg aria-hidden="true" focusable="false" ')
    assert "style=" not in svg
    assert "<script" not in svg
    assert svg == drawing("https://dekkend.example/profielen/12/c/aaaa-bbbb-cccc/")
    assert svg != drawing("https://dekkend.example/profielen/12/c/aaaa-bbbb-cccd/")


def test_nothing_of_the_address_stands_in_the_drawing() -> None:
    assert "kwaad" not in drawing('https://kwaad.example/"><script>')
