"""What each opdracht adds itself to."""

import argparse
from typing import TypeAlias

Kinds: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
