"""`python -m quizlib.cli`"""

from quizlib.cli import main

main()
