from sizain.cli import main

if __name__ == "__main__":
    main()
