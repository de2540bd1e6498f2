from dekkend.cli import main

main()
